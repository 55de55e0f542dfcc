"""What is asked of an editor who begins something new, with help and an example from the models."""

from dataclasses import dataclass, replace

from bot.content.field_specs import FieldSpec, field_specs
from bot.content.loaded_content import Refers
from bot.core.library import Eligibility, Entry, Fact, Flow, Option, Phone, Question, Service, Source
from bot.editor.schemas.json_schema import limits_in_words

LATER = "Enter leaves it for later."


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to the editor.

    Attributes:
        name: what its answer is called; its option on the command line is ``--name``.
        kind: the class whose field it fills.
        attribute: the field.
        told: what it is, where the field's own help does not say it.
        example: an example, where the field's own does not fit.
        usual: the answer that Enter gives; nothing where it is left for later.
        must: whether there is nothing to write without it.
        several: whether it takes several answers.
        between: what parts them.
        least: how many it takes at least.
        refers: what its answers are ids of, where the field does not say.
    """

    name: str
    kind: type
    attribute: str
    told: str = ""
    example: str = ""
    usual: str = ""
    must: bool = False
    several: bool = False
    between: str = ","
    least: int = 0
    refers: Refers | None = None

    @property
    def known(self) -> FieldSpec:
        """The field it fills."""
        return next(known for known in field_specs(self.kind) if known.attribute == self.attribute)

    @property
    def help(self) -> str:
        """What it is, with its limits."""
        limits = "" if self.told else limits_in_words(replace(self.known, least=0))
        text = self.told or self.known.help
        return f"{text[:1].upper()}{text[1:]}" + (f" ({limits})" if limits else "")

    @property
    def instance(self) -> str:
        """An example, or nothing where a list of what may be chosen says more."""
        return self.example or self.known.example.split("\n")[0]


_SOURCE = (
    Ask("source", Source, "url", "the page that says so: its whole address"),
    Ask("source_title", Source, "title", "the page's title, and who publishes it"),
)
_OWNER = "who keeps it right: a role, not a person"

ENTRY = (
    Ask("title", Entry, "title", must=True),
    Ask("theme", Entry, "theme", "the theme it belongs to", must=True, refers="theme"),
    Ask("urgency", Entry, "urgency", usual="normal"),
    Ask("first", Entry, "first"),
    Ask("say", Entry, "say"),
    Ask("avoid", Entry, "avoid"),
    Ask("needs", Entry, "needs", several=True),
    Ask("services", Entry, "services", several=True),
    Ask("phrasing", Entry, "phrasings", "one way staff might ask for it, as they would type it"),
    *_SOURCE,
    Ask("owner", Entry, "owner", _OWNER, usual="practice lead"),
)
SERVICE = (
    Ask("name", Service, "name", must=True),
    Ask("organization", Service, "organization", usual="Not known"),
    Ask("summary", Service, "summary"),
    Ask("for", Eligibility, "for_"),
    Ask("not_for", Eligibility, "not_for", usual="Not known"),
    Ask("needs", Service, "needs", several=True),
    Ask("areas", Service, "areas", "the councils it reaches, by name, or Scotland", "Glasgow, Scotland", several=True),
    Ask("reach", Service, "reach", several=True),
    Ask("phone", Phone, "number", "its number, only as a source gives it"),
    Ask("url", Service, "url"),
    Ask("confidential", Service, "confidential_location", usual="no"),
    *_SOURCE,
)
FLOW = (
    Ask("title", Flow, "title", must=True),
    Ask("question", Question, "ask", "its first question"),
    Ask(
        "answers",
        Option,
        "label",
        "the answers to it, two or more, with a stroke between them",
        example="Yes, or not sure / No",
        usual="Yes / No",
        several=True,
        between="/",
        least=2,
    ),
    *_SOURCE,
    Ask("owner", Flow, "owner", _OWNER, usual="practice lead"),
)
FACT = (
    Ask("value", Fact, "value", must=True),
    Ask("means", Fact, "means", must=True),
    Ask("source", Source, "url", "the page that says so: its whole address", must=True),
    Ask("source_title", Source, "title", "the page's title, and who publishes it", must=True),
    Ask("review_every", Entry, "review_every", "how soon it must be read again, such as 6 months", usual="6 months"),
    Ask("owner", Fact, "owner", _OWNER, usual="practice lead"),
)
