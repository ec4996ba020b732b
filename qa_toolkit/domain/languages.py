"""Languages as Whisper and the programs around it write them: by code, or by their English names."""

import re
from collections.abc import Mapping

_NAMES = (
    "af:afrikaans am:amharic ar:arabic as:assamese az:azerbaijani ba:bashkir be:belarusian "
    "bg:bulgarian bn:bengali bo:tibetan br:breton bs:bosnian ca:catalan cs:czech cy:welsh "
    "da:danish de:german el:greek en:english es:spanish et:estonian eu:basque fa:persian "
    "fi:finnish fo:faroese fr:french gl:galician gu:gujarati ha:hausa haw:hawaiian he:hebrew "
    "hi:hindi hr:croatian ht:haitian_creole hu:hungarian hy:armenian id:indonesian is:icelandic "
    "it:italian ja:japanese jw:javanese ka:georgian kk:kazakh km:khmer kn:kannada ko:korean "
    "la:latin lb:luxembourgish ln:lingala lo:lao lt:lithuanian lv:latvian mg:malagasy mi:maori "
    "mk:macedonian ml:malayalam mn:mongolian mr:marathi ms:malay mt:maltese my:myanmar ne:nepali "
    "nl:dutch nn:nynorsk no:norwegian oc:occitan pa:punjabi pl:polish ps:pashto pt:portuguese "
    "ro:romanian ru:russian sa:sanskrit sd:sindhi si:sinhala sk:slovak sl:slovenian sn:shona "
    "so:somali sq:albanian sr:serbian su:sundanese sv:swedish sw:swahili ta:tamil te:telugu "
    "tg:tajik th:thai tk:turkmen tl:tagalog tr:turkish tt:tatar uk:ukrainian ur:urdu uz:uzbek "
    "vi:vietnamese yi:yiddish yo:yoruba yue:cantonese zh:chinese"
)
CODES: Mapping[str, str] = {
    name: code for code, _, name in (pair.partition(":") for pair in _NAMES.split())
}
"""English name → code, of every language that a multilingual Whisper may know."""
_CODE = re.compile(r"([a-z]{2,3})([-_][a-z0-9]+)*")


def language_of(told: object) -> str:
    """`English`, `english`, `en` or `en-GB` → `en`; empty where it is neither name nor code."""
    if not isinstance(told, str):
        return ""
    name = "_".join(told.casefold().split())
    code = _CODE.fullmatch(name)
    return CODES.get(name) or (code[1] if code else "")
