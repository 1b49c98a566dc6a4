"""What the form asks of each table: its fields, in the order to be filled in."""

from dataclasses import asdict, dataclass
from typing import Any

Fields = tuple["Field", ...]


@dataclass(frozen=True)
class Field:
    """One column as a field: what it is called, how it is filled in, and a hint.

    `kind` is text, long, date, choice, acts (ids of acts, several) or code. The
    values of a choice are those of the list `choices`; `opens` names the table
    whose rows they are, where these can be opened themselves.
    """

    column: str
    label: str
    kind: str = "text"
    hint: str = ""
    choices: str = ""
    opens: str = ""

    def told(self) -> dict[str, Any]:
        """Give the field as the page reads it."""
        return asdict(self)


ACTIONS: Fields = (
    Field("date", "Date", "date", "as 2025-06-29; also a span, month, year or window"),
    Field("actor_id", "Actor", "choice", choices="actors", opens="actors"),
    Field("target_id", "Target", "choice", choices="actors", opens="actors"),
    Field("type", "Type", "choice", choices="types"),
    Field("form", "Form", "choice", choices="forms"),
    Field("cameo", "CAMEO code", "code", "with its leading zero; may be empty"),
    Field("summary", "Summary", "long", "neutral words; who claims what is contested"),
    Field("certainty", "Certainty", "choice", choices="certainty"),
    Field("in_response_to", "In response to", "acts", "only where a source says so"),
    Field("place", "Place", hint="several with ; between them"),
    Field("action_id", "Id", hint="day, country of the actor, short words"),
)
EVIDENCE: Fields = (
    Field("source_id", "Source", "choice", choices="sources", opens="sources"),
    Field("supports", "Supports the act", "choice", choices="supports"),
    Field("locator", "Locator", hint="where in the source, as a page or paragraph"),
    Field("note", "Note", "long"),
)
ACTORS: Fields = (
    Field("actor_id", "Id", hint="as ALT_GOV_MFA; a country bears its code"),
    Field("name", "Name", hint="private persons by their role only"),
    Field("name_native", "Name in its own language"),
    Field("country", "Country", hint="three letters, as AZE"),
    Field("role", "Role", "choice", choices="roles"),
    Field("parent_id", "Stands below", "choice", choices="actors"),
    Field("public_office", "Public office", "choice", choices="offices"),
)
SOURCES: Fields = (
    Field("source_id", "Id", hint="publisher and day, as herald-20250601"),
    Field("publisher", "Publisher"),
    Field("publisher_country", "Country of the publisher", hint="three letters"),
    Field("side", "Side", "choice", choices="sides"),
    Field("title", "Title", hint="in brackets if it is not the page's own"),
    Field("published", "Published", "date", "one day; may be empty"),
    Field("url", "Address", hint="begins with https://"),
    Field("language", "Language", hint="two or three letters, as en"),
)
FORMS = {
    "actions": ACTIONS,
    "evidence": EVIDENCE,
    "actors": ACTORS,
    "sources": SOURCES,
}
