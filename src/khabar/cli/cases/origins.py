"""Commands on what becomes of reports: copies of one origin, versions of a source, corrections, and decisions they leave behind."""

from khabar.cli.cases.copying import copies_command
from khabar.cli.cases.differing import diff_command, versions_command
from khabar.cli.cases.orphans import attach_command, orphans_command
from khabar.cli.cases.superseding import corrections_command, link_command, rule_command

ORIGINS = (
    copies_command,
    versions_command,
    diff_command,
    corrections_command,
    rule_command,
    link_command,
    orphans_command,
    attach_command,
)
