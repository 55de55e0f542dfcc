"""Every message of the interface by its id, with the blanks that it may have. The words are in messages.yaml.

The messages that only one screen uses are declared by that screen.
"""

from collections.abc import Iterator, Mapping

from bot.core.screens.registry import SCREENS
from bot.core.screens.screen import messages

# The ids of the messages that several screens or a channel use, by subject; the blanks of one are in its braces.
_SHARED = {
    "the product": "product-name local local-by{publisher}",
    "an answer": """
        do-first say avoid in-your-job shown-in{setting} not-this-one unsigned unsigned-short number-unconfirmed
        said-before signed-in-part{signed,missing} sign-off-lapsed{signed} nudge reviewed{date,owner} content-id{id}
        overdue{date} changed{date,what} source call-999 caution
    """,
    "finding": """
        which-of-these not-covered-title not-covered-heard not-covered-text not-covered-near not-covered-ring
        not-just-that just-read same-for-them put-right
        guidance-missing not-my-question helped nothing-typed too-long personal-details{kinds} kind-name kind-phone
        kind-address kind-date-of-birth kind-social-handle kind-chi kind-postcode kind-nino kind-car-registration
        kind-profile-url kind-email and
    """,
    "places": "in-area{area} which-area outside-scotland region-ask area-known{area} role-known{role} role-noted{role}",
    "services": """
        near-title{title} near-none near-national contacts-unconfirmed phone text-number email website website-of{name}
        no-contact who-for not-for what-happens say-first hours now hours-open-always hours-open{time} hours-not-known
        hours-shut{day,time} hours-other{number} hours-not-known-phone hours-of-part{part,state}
        hours-holiday-now{holiday,state} hours-holiday-then{state,holiday} hours-on{time,day} hours-end-of{day}
        team-somewhere-tonight team-children team-adult-protection team-unknown{team,area}
        own-specialist{area,name} own-specialist-ask{area,name,ask} team-later{team,area,number,purpose} where-hidden
        hours-not-known-first yes no saturday-only sunday-only
        by-self by-staff unknown-number unknown-where unknown-e-mail unknown-web unknown-cost unknown-languages
        unknown-what-happens unknown-referral also-named not-this-one-there button-services-for-this none-left
        ask-them{number} covers{areas} covers-not{area} covers-scotland runs{name} running-listed running-checked
        running-paused number-free recorded-yes recorded-no recorded-unknown taken-man taken-woman taken-trans
        taken-under-18 unlisted{name} unlisted-beside{name} not-there{area}
        languages access cost where assured{date,by} not-assured assured-overdue{date,by,due}
        pages-newest{year} pages-undated pages-high pages-medium pages-low
        assured-long-overdue{date,by} checked checked-overdue{date,due} checked-long-overdue{date} checked-not-yet
        instead-shut instead-old instead-paused instead-closed its-own closed to-find-out paused out-of-hours{name}
    """,
    "a small community": """
        near-small{button} near-one{button} away-title{title} away-text away-choose-area from-area
        ask-whether-it-takes{area}
    """,
    "the card to give her": """
        hand-over-title hand-over-keep hand-over-date{date} hand-over-unconfirmed hand-over-wallet hand-over-whole
        hand-over-plain hand-over-page hand-over-name hand-over-save hand-over-print hand-over-scan hand-over-back
        quoted-service{name,number} quoted-service-unconfirmed{name} quoted-service-paused{name,number}
        quoted-service-closed{name}
    """,
    "posters and desk cards": """
        poster-title poster-text poster-for{who} poster-for-all poster-page poster-telegram poster-kept
    """,
    "flows": """
        practice practice-help what-is-shared tell-her who-can-help who-can-help-in{area} area-help
        step-of{number,total} step-last{number,total} answered-before limits-if{ago} limit limit-over limit-perhaps
        limit-today limit-day limit-days{number}
    """,
    "what went wrong": """
        moved changed-since{title} not-found not-text{kind} edited private-only withdrawn-title withdrawn-text
        withdrawn-first taken-down-title taken-down-text replaced draft sorry
    """,
    "what things are called when they come instead of text": """
        thing-voice thing-photo thing-file thing-sticker thing-location thing-contact thing-other
    """,
    "buttons: at most 32 characters": """
        button-walk button-more button-plain button-full button-near button-helped button-back-to{title}
        button-not-my-question button-back button-start-again button-answers button-record button-keep{area}
        button-carry-on button-caution
        button-home button-area button-change-area button-any-area button-role button-change-role button-more-services
        button-away button-hand-over
    """,
    "deleting one's own message, on Telegram": """
        button-erase erase-hint erase-done erase-gone erase-refused forget-done forget-refused
    """,
    "the red switch, for admins": """
        switch-how-pause switch-how-resume switch-unknown{id} switch-unknown-near{id,ids} switch-several{id,ids}
        switch-crisis{id} switch-crisis-other{id,ids} switch-emergency{name} switch-last-person{name}
        switch-only-service switch-until{most,date} switch-why{most} switch-why-personal{kinds} switch-too-many{most}
        switch-not-written switch-damaged switch-paused{name,date} switch-closed{name,date}
        switch-withdrawn{name,date} switch-everybody switch-here-only switch-instead{name} switch-nobody-instead
        switch-on-card switch-resumed{name} switch-resumed-agreed{name} switch-not-on{id} switch-none
        switch-line{thing,id,state,date,why} switch-line-agreed{thing,id,state,date,why}
        switch-line-ended{thing,id,state,date,why}
    """,
    "Telegram's own fields": """
        telegram-name telegram-description telegram-short-description command-start command-help command-topics
        command-urgent command-area command-privacy command-mydata command-pause command-resume command-paused
        command-stats
    """,
    "the page and the terminal": """
        page-title{title} page-label page-hint page-ask page-skip page-copy page-copied page-leave page-footer
        browse-none page-published{name} page-unpublished page-contact page-wrong-number page-danger-now
        page-what-to-do page-situations page-themes page-jobs page-jobs-why page-tools page-filters page-filters-show
        page-ways-on page-nearest page-other-needs page-label-again
        browse-find find-label find-hint find-ask
        page-urgent page-feedback page-change page-ways-out page-about page-suggested page-suggested-count{count}
        button-browse browse-title browse-text browse-guidance browse-services browse-topics browse-jobs
        browse-job-text browse-a-to-z browse-letters browse-needs browse-councils browse-map browse-as-list
        browse-scotland browse-own browse-own-services page-leave-help box-clear box-note box-whole
        phone-open phone-title phone-text phone-back page-expired page-missing-title
        page-missing-text page-too-large-title page-too-large-text page-slow-title page-slow-text
        page-no-question-title page-no-question-text
    """,
    "what a device keeps, if asked": """
        device-title device-why device-keep device-keep-urgent device-keep-done device-kept{day} device-copied{day}
        device-remember{what} device-remember-done device-known{what} device-forget device-forget-done device-list
        device-wipe device-wipe-done device-failed kept-name kept-title kept-text kept-none kept-own kept-danger
        kept-no-script console-start console-prompt
    """,
}


def _declared() -> Iterator[tuple[str, frozenset[str]]]:
    for ids in _SHARED.values():
        yield from messages(ids).items()
    for screen in SCREENS:
        yield from screen.messages.items()


KEYS: Mapping[str, frozenset[str]] = dict(_declared())
