"""English claims over more than one sentence: who goes on speaking, and where quoted words end."""

from __future__ import annotations

from typing import Any

import pytest

import khabar


def claims(text: str) -> list[dict[str, Any]]:
    """The claims of a text of January 2022."""
    found: list[dict[str, Any]] = khabar.read(text, published="2022-01-07").to_dict()["claims"]
    return found


def told(text: str) -> list[tuple[str, str]]:
    """(speaker, content) of every claim."""
    return [(c["speaker_name"], c["content"]["text"]) for c in claims(text)]


def test_the_ministry_is_the_one_that_was_named() -> None:
    text = "Sildan's interior ministry said 26 people had been killed. The army moved in. The ministry added that roads were shut."
    assert told(text) == [
        ("Sildan's interior ministry", "26 people had been killed"),
        ("Sildan's interior ministry", "roads were shut"),
    ]


def test_letters_stand_for_the_name_they_begin() -> None:
    text = "The Sildan Rail Board said the tram was late. The driver was new, the SRB said."
    assert [name for name, _ in told(text)] == ["Sildan Rail Board", "Sildan Rail Board"]


def test_a_surname_and_a_pronoun_go_back_to_the_full_name() -> None:
    text = "Mayor Ada Moreno said the bridge was safe. Moreno denied the report. She added that work would go on."
    assert {name for name, _ in told(text)} == {"Ada Moreno"}


def test_a_title_nobody_was_given_is_not_tied_to_the_last_speaker() -> None:
    text = "Ada Moreno said the bridge was safe. The prime minister said it was not."
    assert [name for name, _ in told(text)] == ["Ada Moreno", "prime minister"]


def test_quoted_words_go_on_behind_their_attribution_and_over_paragraphs() -> None:
    text = '"We are tired," the nurse said. "We want to go home."\n"Nobody came. Nobody called.\n"We waited," the driver said.\n'
    assert told(text) == [
        ("nurse", 'We are tired," the nurse said. "We want to go home'),
        ("driver", 'Nobody came. Nobody called.\n"We waited'),
    ]


def test_a_colon_at_the_end_of_a_paragraph_opens_the_next() -> None:
    (found,) = claims('The mayor went on to say:\n"The road is shut. It will stay shut."\n')
    assert found["content"]["text"] == "The road is shut. It will stay shut"


def test_whoever_is_quoted_does_what_the_quoted_we_do() -> None:
    text = '"We condemn the raid," the mayor said.'
    assert [(c["speaker_name"], c["act"]) for c in claims(text)] == [("mayor", "condemn"), ("mayor", "say")]


def test_hedges_and_pronouns_in_quoted_words_are_no_claims() -> None:
    text = '"I think he said it was over, and they believe it too," the clerk said.'
    assert [c["cue"]["text"] for c in claims(text)] == ["said"]


def test_an_abbreviated_title_ends_no_sentence() -> None:
    assert told("Sen. Ada Moreno (D-Va.), a critic of the plan, said it would fail.") == [
        ("Ada Moreno", "it would fail")
    ]


def relays(text: str, outlet: str | None = None) -> list[list[str]]:
    """The relays of every claim."""
    report = khabar.read(text, published="2022-01-07", outlet=outlet)
    return [[via.name for via in claim.via] for claim in report.claims]


def test_a_medium_that_was_told_something_is_a_relay() -> None:
    assert relays("Hale told Reuters that the bridge was safe. He added that work would go on.") == [["Reuters"]] * 2
    assert relays("Hale said in an interview with the BBC that the bridge was safe.") == [["BBC"]]
    assert relays("A Reuters reporter told the mayor that the bridge was shut.") == [[]]


def test_the_outlet_itself_is_no_relay_even_by_its_address() -> None:
    assert relays("Hale told CNN that the bridge was safe.", outlet="edition.cnn.com") == [[]]


def test_the_agency_of_a_dateline_carries_every_claim() -> None:
    text = (
        "AKTAU, Jan 5 (Reuters) - Six people were hurt when the bridge fell, police said.\nThe mayor said it was old."
    )
    assert relays(text) == [["Reuters"], ["Reuters"]]
    assert told(text)[0] == ("police", "Six people were hurt when the bridge fell")


def test_a_paragraph_that_is_only_a_quotation_goes_on_with_the_one_above() -> None:
    text = '"We are tired," the nurse said.\n"We want to go home and sleep for a week or two."\nThe clinic closed.\n'
    assert told(text) == [("nurse", 'We are tired," the nurse said.\n"We want to go home and sleep for a week or two')]


def test_two_verbs_that_share_a_subject_name_it_both() -> None:
    found = claims("The mayor visited the bridge and said it would open, but denied that it was safe.")
    assert [c["speaker"]["text"] for c in found] == ["The mayor", "The mayor"]


def test_a_medium_behind_a_verb_is_no_second_cue() -> None:
    assert [c["cue"]["text"] for c in claims("The union said in a statement that the plant would close.")] == ["said"]


def test_what_a_title_in_quotation_marks_ends_is_no_content() -> None:
    assert told('Joe Moreno, the host of "Morning Talk," said the bridge was safe.') == [
        ("Joe Moreno", "the bridge was safe")
    ]


def test_a_relative_clause_ends_where_its_sentence_goes_on() -> None:
    text = "The driver, who said the road was wet, left the town. When engineers criticize the dam, herders may see it as a gift."
    assert ("driver", "the road was wet") in told(text)
    assert ("engineers", "the dam") in told(text)


def test_what_goes_on_behind_a_second_who_has_the_same_speaker() -> None:
    text = "Ada Moreno, who opposed the canal and who hoped to stop it, left the town."
    assert {name for name, _ in told(text)} == {"Ada Moreno"}


def test_nobody_says_nothing() -> None:
    assert told("No group has claimed responsibility. Nobody has said that the dam was safe.") == []


def test_the_ground_of_an_arrest_is_no_second_act() -> None:
    text = "Jon Hale, 67, of Aktau was arrested on fraud and money laundering charges on Friday."
    events = khabar.read(text, published="2022-01-07").to_dict()["events"]
    assert [event["trigger"]["text"] for event in events] == ["arrested"]


def test_a_day_with_its_owner_s_mark_belongs_to_what_is_told() -> None:
    assert ("?", "Thursday's blast is believed to be an accident") in told(
        "Thursday's blast is believed to be an accident."
    )
    assert told("Ada Moreno called Thursday's verdict a gift.") == [("Ada Moreno", "Thursday's verdict a gift")]


def test_which_takes_up_the_nearest_name_that_can_speak() -> None:
    text = "He swore loyalty to the Aktau Brigade, which later claimed responsibility."
    assert ("Aktau Brigade", "responsibility") in told(text)


def test_who_wrote_the_report_is_nobody_in_it() -> None:
    text = "Kim Do Yon opened the dam. Kim said it was safe.\n(Further reporting by Jack Kim; Editing by Ada Moreno)"
    assert told(text) == [("Kim Do Yon", "it was safe")]


def test_many_of_some_are_who_speaks() -> None:
    assert told("Many of the guards said the gate was open.") == [("Many of the guards", "the gate was open")]


def test_whom_reporters_question_relays_nothing() -> None:
    found = claims("Reporters questioned Press Secretary Jon Hale about the dam.")
    assert [c["via"] for c in found] == [[]]


def test_what_is_not_granted_is_not_denied() -> None:
    assert told("The court denied four ships access to the port.") == []


def test_the_name_behind_an_office_and_its_body_is_who_speaks() -> None:
    assert told("The spokeswoman for the festival Ada Moreno said it was safe.") == [("Ada Moreno", "it was safe")]


def test_member_states_and_think_tanks_say_nothing_by_their_names() -> None:
    assert told("The council asked member states to ban coal.") == [("council", "ban coal")]
    assert told("Jon Hale works for a think tank in Dost.") == []


def test_the_day_of_an_article_is_not_who_wrote_it() -> None:
    assert told("Saturday's article described the mayor as weak.")[0][0] == "article"


def test_a_clause_with_which_belongs_to_the_outlet() -> None:
    assert told("He pledged allegiance to the Red Front, which later claimed responsibility.") == [
        ("?", "allegiance to the Red Front"),
        ("Red Front", "responsibility"),
    ]


def test_who_is_told_of_in_an_aside_does_not_go_on_behind_it() -> None:
    text = "The attacker, who police said held two passports, had fled and expressed sorrow."
    assert told(text) == [("police", "held two passports"), ("attacker", "sorrow")]


def test_verbs_in_a_row_have_one_subject() -> None:
    text = "Tamra threw stones at guards (the soldiers), threatened them and left."
    assert told(text) == [("Tamra", "them")]


SPEAKERS = {
    "His office put out a notice saying the road was shut.": "office",
    "The firm opens about 20 shops a year but also rejects many applicants.": "firm",
    "The launch annoyed Dost, angering Temir, which sees the games as a threat.": "Temir",
    "Other refugee advocates also said the law was weak.": "Other refugee advocates",
    "A day before the fair, the council had posted on its Facebook account asking growers to come.": "council",
    "The plan was known, according to a newly copied email previously kept secret.": "newly copied email",
    "The highly respected paper said the road was shut.": "highly respected paper",
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_the_phrase_of_who_speaks_holds_no_verb(text: str) -> None:
    assert [name for name, _ in told(text)] == [SPEAKERS[text]]


def test_a_toll_claims_nothing() -> None:
    assert told("The flood has claimed over 20,000 lives and forced many to flee.") == []


def test_what_somebody_expects_others_to_do_is_to_come() -> None:
    found = claims("Doctors said they expect the toll of the storm to rise.")
    assert [c["status"] for c in found] == ["future", "future"]


@pytest.mark.parametrize("opening", ["(CNN) ", "(CNN) -- ", "Story highlights "])
def test_what_a_page_prints_before_the_first_words_is_none_of_them(opening: str) -> None:
    claims = khabar.read(f"{opening}Heavy rain forced the ferry back, officials said.\nIt was late.").claims
    assert claims[0].content.text == "Heavy rain forced the ferry back"
