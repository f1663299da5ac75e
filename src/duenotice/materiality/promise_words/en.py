"""The wordings of promises about changes in English."""

from __future__ import annotations

from duenotice.materiality.promise_period import PERIOD
from duenotice.materiality.promise_words.wordings import PromiseWords
from duenotice.materiality.promise_words.wordings import compiled

_STATEMENT = (
    r"(?:statement|policy|policies|notice|terms|practices|agreement|document|page)"
)
_CHANGE = r"(?:chang|revis|update|updating|amend|modif|alter|new version)"
_EFFECT = (
    r"(?:tak(?:e|es|ing) effect|tak(?:e|es|ing) place|becom(?:e|es|ing) effective|"
    r"(?:go|goes|going|com(?:e|es|ing)) into (?:effect|force)|appl(?:y|ies|ying)|"
    r"effective|implement\w*|mak(?:e|es|ing)|made|start|begin|effect\b)"
)

ENGLISH = PromiseWords(
    subject=compiled(
        rf"\b{_CHANGE}\w*\b.{{0,80}}\b(?:this|our|the|these|its|privacy)\b.{{0,40}}"
        rf"\b{_STATEMENT}|\b{_STATEMENT}\b.{{0,80}}\b{_CHANGE}|"
        rf"\b(?:material|significant|substantial|substantive|important)(?:ly)? "
        rf"{_CHANGE}|\bchanges?\b.{{0,40}}\b(?:effective|effect)\b|\bretroactive|"
        r"\breduce\b.{0,30}\brights under\b"
    ),
    tells=compiled(
        r"\b(?:notif(?:y|ies|ied|ication)|notices?|inform(?:s|ed)?|tell|announc\w+|"
        r"alert|advise|let you know|communicat\w+|post(?:s|ed|ing)?|publish\w*|"
        r"send|e-?mail(?:s|ed)?|writ(?:e|es|ing) to|contact you|display)\b"
    ),
    tells_you=compiled(
        r"\b(?:notify|inform|tell|alert|let) (?:you|users|members|customers|people|"
        r"everyone|everybody)\b(?!.{0,60} by (?:revising|updating|changing|amending)"
        r".{0,20} (?:date|log)\b)|"
        r"\byou (?:will be|are) (?:notified|informed|told)\b"
    ),
    uses=compiled(r"\buse[sd]?\b|\bpurposes?\b|\bcollect\w*|\bto:$"),
    hedged=compiled(
        r"\bus(?:e|es|ed|ing)\b.{0,80}\b(?:to|for) (?:notify|inform|tell|send|contact|"
        r"communicat|provide|let)|\b(?:may|might|can|could)\b(?: also| choose to|"
        r" elect to)? "
        r"(?:notif|inform|tell|alert|let|post|send|e-?mail|provide|give|contact)|"
        r"\bwithout (?:any )?(?:prior |advance |further )?notice|\bnot (?:be )?"
        r"(?:obliged|obligated|required|able) to|\b(?:will|do|shall) not (?:always )?"
        r"(?:notify|inform|tell|announce|send|post)|\b(?:if|where|when|to the extent)"
        r"\b.{0,12} (?:required|requires|obliges) (?:by|us|under)|\bif the law\b|"
        r"\btry to\b|\b(?:aim|strive|endeavou?r|seek|hope) to (?:\w+ ){0,2}?(?:notif|"
        r"inform|tell|alert|let|post|publish|announc|send|e-?mail|provide|give|contact)|"
        r"\b(?:best|reasonable|every) efforts?\b|\bat our (?:sole )?discretion\b|"
        r"\bwhere (?:appropriate|practicable|feasible|possible)\b"
    ),
    exception=compiled(
        r"\b(?:except|unless)\b[^,.;]{0,40}\brequired?s?\b[^,.;]{0,40}\b(?:law\w*)"
    ),
    before=compiled(
        rf"\b(?:before|prior to|in advance of|ahead of)\b.{{0,60}}\b{_EFFECT}|"
        r"\b(?:before|prior to|in advance of|ahead of) "
        r"(?:the |any |such |a |these |that )?(?:material |significant )?(?:change|"
        r"revision|update|amendment|effective date)|"
        r"\bin advance\b|\b(?:advance|prior|previous) (?:written )?(?:notice|warning)|"
        r"\bbeforehand\b"
    ),
    periods=(
        compiled(
            rf"(?<!within )(?<!up to )\b{PERIOD}['’]?(?: (?:of|in))?.{{0,30}}?"
            r"\b(?:notice|before|prior|in advance|advance|ahead|beforehand)\b"
        ),
        compiled(
            r"\b(?:notice|advance|notify|notified|inform)\b.{0,60}?"
            rf"(?:\b(?:at least|no less than|not less than|minimum of|of|"
            rf"than) )\b{PERIOD}"
        ),
        compiled(
            r"\b(?:effective|effect|force|binding|apply|applies)\b.{0,40}?"
            rf"(?<!within )\b{PERIOD}.{{0,20}}?\b(?:after|following|from)\b"
        ),
        compiled(
            rf"\b{PERIOD} (?:after|following|from)\b.{{0,60}}?"
            r"\b(?:effective|effect|force|binding|apply|applies)\b"
        ),
    ),
    channels=(
        (
            "site",
            compiled(
                r"\b(?:post|publish|announc|display|plac)\w*|\b(?:prominent|"
                r"conspicuous) "
                r"notice|\bnotice\b.{0,40}\b(?:site|website|web page|page|"
                r"home ?page)\b|"
                r"\b(?:on|updating) our (?:web ?)?site"
            ),
        ),
        ("banner", compiled(r"\bbanner|\bpop-?up")),
        ("email", compiled(r"\be-?mail")),
        (
            "letter",
            compiled(r"\bletter|\b(?:by|postal|regular|through the) (?:post\b|mail\b)"),
        ),
        ("sms", compiled(r"\b(?:text message|sms)\b")),
        (
            "app",
            compiled(
                r"\bin-?(?:app|product)\b|\bpush notification|\b(?:through|in|within) "
                r"(?:the|our|your) (?:mobile )?app\b"
            ),
        ),
    ),
    held=compiled(
        r"\b(?:already|previously|earlier)\b.{0,20}\b(?:collected|provided|held|hold|"
        r"have|gave|given|gathered|obtained|shared)|\bcollected\b.{0,30}\b(?:before|"
        r"prior|"
        r"earlier|previously|in the past|under)|\b(?:existing|past) (?:personal )?"
        r"(?:data|information)|\bretroactiv|\b(?:hold|have|held) (?:about you|on file)|"
        r"\breduce\b.{0,30}\brights"
    ),
    consent=compiled(
        r"\b(?:not|never|unless|without|only|obtain\w*|ask\w*|get|seek\w*|request\w*|"
        r"required?|requires|requiring|needs?)\b.{0,120}\b(?:consent|permission|"
        r"agree\w*|opt[ -]in)\b|"
        r"\b(?:consent|permission)\b.{0,20}\b(?:required|needed|necessary)\b"
    ),
    check_back=compiled(
        r"\b(?:check|review|visit|re-?read|read|consult|revisit|refer to|look at|"
        r"return to)"
        r"\b.{0,60}\b(?:from time to time|periodically|regularly|frequently|often|"
        r"each time|every time|occasionally)\b|\b(?:periodically|regularly|frequently|"
        r"occasionally)\b.{0,20}\b(?:check|review|visit|re-?read|consult|revisit)\b|"
        r"\bcheck back\b"
    ),
)
