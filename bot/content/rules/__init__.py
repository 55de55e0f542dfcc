"""The rules that are applied whenever content is loaded; content that breaks one is refused."""

from bot.content.faults import FIELD, FILE, YAML
from bot.content.local_files import MAY_NOT, NO_LONGER
from bot.content.rule import Refusal, Rule, found_elsewhere
from bot.content.rules import contacts, ids, messages, references, screens, steps, typed_messages, walks

REFUSALS: tuple[Refusal, ...] = (
    *(Rule(id, found_elsewhere) for id in (FILE, YAML, FIELD, MAY_NOT, NO_LONGER)),  # found while the files are read
    *ids.RULES,
    *messages.GLOSSARY_RULES,
    *references.RULES,
    *contacts.RULES,
    *typed_messages.RULES,
    *steps.RULES,
    *walks.RULES,
    *messages.RULES,
    *screens.RULES,
)
