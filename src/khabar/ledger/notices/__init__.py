"""Updates, corrections and retractions: how they are recognised, and what they are proposed to supersede or retract."""

from khabar.ledger.notices.rules import Notice, notice_in, notices_of, rules

__all__ = ["Notice", "notice_in", "notices_of", "rules"]
