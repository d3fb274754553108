"""The base of models that are written as JSON."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict


class JsonModel(BaseModel):
    """Immutable; its keys are its field names, or their `serialization_alias` where Python reserves the word."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def as_json(self) -> dict[str, Any]:
        """The model as values that `json.dumps` knows."""
        return self.model_dump(mode="json", by_alias=True)


def compact_json(value: object) -> str:
    """The value as JSON in the fewest characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
