"""The rules that are applied whenever content is loaded; content that breaks one is refused."""

from bot.content.faults import FIELD, FILE, YAML
from bot.content.local_files import MAY_NOT, NO_LONGER
from bot.content.rule import Refusal, Rule, found_elsewhere
from bot.content.rules import (
    contacts,
    flow_graph,
    flow_steps,
    interface_words,
    references,
    screen_limits,
    typed_messages,
    unique_ids,
)

REFUSALS: tuple[Refusal, ...] = (
    *(Rule(id, found_elsewhere) for id in (FILE, YAML, FIELD, MAY_NOT, NO_LONGER)),  # found while the files are read
    *unique_ids.RULES,
    *interface_words.GLOSSARY_RULES,
    *references.RULES,
    *contacts.RULES,
    *typed_messages.RULES,
    *flow_steps.RULES,
    *flow_graph.RULES,
    *interface_words.RULES,
    *screen_limits.RULES,
)
