"""The JSON Schema of the record, generated from its types."""

from __future__ import annotations

from typing import Any

import msgspec

from khabar.record.types import Report


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of one report's record."""
    schema = msgspec.json.schema(Report)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "khabar record", **schema}
