"""What khabar says to people, in their language: one message file a language, and the plain sentences made from fields."""

from khabar.desk.wording.messages import Messages, Spoken, messages, ui_languages

__all__ = ["Messages", "Spoken", "messages", "ui_languages"]
