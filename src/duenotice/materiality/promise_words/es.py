"""The wordings of promises about changes in Spanish."""

from __future__ import annotations

from duenotice.materiality.promise_period import PERIOD
from duenotice.materiality.promise_words.wordings import PromiseWords
from duenotice.materiality.promise_words.wordings import compiled

_TEXT = (
    r"(?:declaraci[oó]n|pol[ií]tica|aviso|t[eé]rminos|pr[aá]cticas|documento|p[aá]gina)"
)
_CAMBIO = r"(?:cambi|modific|actualiz|revis|enmiend|reform|nueva versi[oó]n)"
_AVISA = r"(?:avis|notific|inform|comunic|anunci|public|envi|escrib|mostr|dar)"

SPANISH = PromiseWords(
    subject=compiled(
        rf"\b{_CAMBIO}\w*\b.{{0,80}}\b{_TEXT}|\b{_TEXT}\b.{{0,80}}\b{_CAMBIO}|"
        rf"\b{_CAMBIO}\w* (?:importantes?|sustanciales?|significativ\w+|materiales?)|"
        rf"\b{_CAMBIO}\w*\b.{{0,40}}\b(?:vigor|vigencia|efecto)|\bretroactiv"
    ),
    tells=compiled(
        r"\b(?:avis\w+|notific\w+|inform\w+|comunic\w+|anunci\w+|public\w+|envi\w+|"
        r"envío|escrib\w+|mostr\w+)\b"
    ),
    tells_you=compiled(
        r"\b(?:le|les|te|os) (?:avis|notific|inform|comunic)\w+|"
        r"\b(?:avis|notific|inform)(?:aremos|amos) a\b|\b(?:avisar|notificar|informar)"
        r"(?:le|les)\b"
    ),
    uses=compiled(r"\bus(?:o|a)\w*|\butiliz\w+|\bfin(?:es|alidad\w*)\b|\bpara:$"),
    hedged=compiled(
        r"\b(?:usamos|utilizamos|empleamos)\b.{0,80}\bpara (?:avis|notific|inform|"
        r"comunic|envi)|\b(?:podemos|podremos|podr[ií]amos|puede que|"
        r"quiz[aá]s?)\b.{0,20}(?:avis|"
        r"notific|"
        r"inform|comunic|anunci|public|envi)|\bsin (?:previo aviso|aviso previo|aviso)|"
        r"\bno (?:le |les )?(?:avis|notific|inform|estamos obligad)|\bsi (?:la ley|"
        r"lo exige)|"
        r"\bcuando (?:la ley|lo exija|(?:nos )?sea posible|proceda)|\bsi es posible|"
        r"\bsiempre que (?:nos )?sea posible|\ben (?:lo|la medida de lo) posible|"
        r"\ben la medida en que|\ba nuestr[oa] (?:entera )?(?:discreci[oó]n|criterio)|"
        r"\b(?:procur|intent)\w* que\b|\b(?:procur\w+|intent\w+|trata(?:re)?mos de|"
        r"esforz\w+ (?:por|en)|aspiramos a|pretendemos|(?:hacemos|haremos) (?:todo )?"
        rf"lo posible (?:por|para)) (?:\w+ ){{0,2}}?{_AVISA}"
    ),
    exception=compiled(
        r"\b(?:salvo|excepto|a menos)\b[^,.;]{0,40}\b(?:ley|legal)\w*[^,.;]{0,40}"
    ),
    before=compiled(
        r"\bantes de\b.{0,60}\b(?:vigor|vigencia|efecto|apli\w+|cambio\w*|"
        r"modificaci\w+)|"
        r"\b(?:previo aviso|aviso previo|previamente|por adelantado|anticipaci[oó]n|"
        r"antelaci[oó]n|con anterioridad)\b"
    ),
    periods=(
        compiled(
            rf"(?<!dentro de )(?<!hasta )\b{PERIOD}.{{0,30}}?"
            r"\b(?:antes|anticipaci[oó]n|antelaci[oó]n|previo|aviso|anterioridad)\b"
        ),
        compiled(
            r"\b(?:aviso|antelaci[oó]n|anticipaci[oó]n)\b.{0,40}?"
            rf"\b(?:menos|m[ií]nim[oa]|de) (?:de )?\b{PERIOD}"
        ),
        compiled(
            r"\b(?:vigor|vigencia|efecto|aplic\w+)\b.{0,40}?"
            rf"\b{PERIOD} (?:despu[eé]s|desde|a partir|tras)\b"
        ),
        compiled(
            rf"\b{PERIOD} (?:despu[eé]s|desde|a partir|tras)\b.{{0,60}}?"
            r"\b(?:vigor|vigencia|efecto|aplic\w+)"
        ),
    ),
    channels=(
        (
            "site",
            compiled(
                r"\bpublic\w+|\baviso (?:destacado|visible|prominente)|\baviso\b.{0,40}"
                r"\b(?:sitio|web|p[aá]gina)\b"
            ),
        ),
        ("banner", compiled(r"\bbanner|\bventana emergente")),
        ("email", compiled(r"\bcorreo electr[oó]nico|\be-?mail")),
        ("letter", compiled(r"\bcarta|\bcorreo postal|\bpor correo(?! electr)")),
        ("sms", compiled(r"\bmensaje de texto|\bsms\b")),
        (
            "app",
            compiled(
                r"\b(?:en|desde|a trav[eé]s de) (?:la|nuestra) (?:app|aplicaci[oó]n)"
            ),
        ),
    ),
    held=compiled(
        r"\bya (?:\w+ ){0,2}(?:recopil\w+|recog\w+|obten\w+|tenemos|ten[ií]amos|"
        r"conservamos|facilit\w+)|\b(?:recopilad|recogid|"
        r"obtenid)\w+\b.{0,30}\b(?:antes|"
        r"anteriormente|previamente|con anterioridad)|\bretroactiv|\breduc\w+\b.{0,30}"
        r"\bderechos"
    ),
    consent=compiled(
        r"\b(?:no|nunca|salvo|sin|s[oó]lo|solamente|pedi\w+|pedir\w*|solicit\w+|"
        r"obten\w+|recab\w+|requier\w+|necesit\w+|exig\w+)\b.{0,120}"
        r"\b(?:consentimiento|permiso|autorizaci[oó]n|acept\w+)\b"
    ),
    check_back=compiled(
        r"\b(?:revis\w+|consult\w+|visit\w+|lea|leer|vuelva|compru\w+)\b.{0,60}"
        r"\b(?:de vez en cuando|peri[oó]dicamente|regularmente|con regularidad|"
        r"con frecuencia|cada vez)"
    ),
)
