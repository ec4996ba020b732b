"""The behaviours that shops are asked about again and again, as questions and comments word them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """A behaviour as patterns of English; `asked` finds the question, all else is as in `Act`."""

    asked: str
    said: str
    alone: str = ""
    undone: str = ""
    spoken: str = ""


_THEIR = r"(?:(?:her|his|their|the|a|an|any|no|first|last|full|own|me|us|my) ){0,4}"
_NO = r"(?:no|without(?: an?| any| the)?|there was an?) (?:\w+ )?"
_DAY = r"(?:day|one|evening|night|weekend|week|afternoon|morning|time|christmas)"
_WISHED = rf"(?:nice|good|pleasant|lovely|great|wonderful) (?:rest of (?:the|my) )?{_DAY}"
_GAVE = (
    r"(?:gave|give|given|hand|handed|handing|passed|got|get|received|print|printed|offered|put|"
    r"tucked|slipped|pressed|placed|e-?mailed|sent|issued)"
)
_OFFERED = r"(?:offered|suggested|proposed|recommended)"
_ID = r"(?:proof of (?:my )?age|proof|identity card|identification|id|passport|licen[cs]e|date of birth)"
_CHECKED = r"(?:checked|check|requested|wanted|inspected|demanded|asked for|looked at)"
_BADGE = r"(?:badge|name[ -]?tag|name[ -]?plate)"
_NOBODY = r"(?:nobody|neither(?: of (?:them|the \w+))?|none of (?:them|the \w+)) (?:\w+ ){0,2}"
BEHAVIOURS: tuple[Behaviour, ...] = (
    Behaviour(
        asked=r"greet|welcom\w+ you|say hello",
        said=r"greeted|greet|welcomed|acknowledged me"
        rf"|{_NO}(?:greeting|hello)|(?:gave|with) (?:me )?(?:an? )?(?:\w+ )?greeting"
        r"|(?:said|say|saying|called|heard) (?:hello|hi|(?:good )?(?:morning|afternoon)"
        r"|good (?:evening|day))"
        rf"|{_NOBODY}(?:said (?:a word|anything)|spoke to me|acknowledged|looked up|noticed me"
        r"|took (?:any )?notice)",
        alone=r"hello|hi|good (?:morning|afternoon|evening|day)|nodded|acknowledged",
        undone=r"ignored me|was ignored",
        spoken=r"hello|hi|hey|hiya|(?:good )?(?:morning|afternoon)|good (?:evening|day)|welcome",
    ),
    Behaviour(
        asked=r"say goodbye|take leave|farewell",
        said=r"(?:said|say|saying|wished|called|shouted|heard) (?:\w+ ){0,3}?"
        r"(?:goodbye|good-bye|bye|bye-bye|farewell|see you|take care)"
        rf"|wished {_THEIR}{_WISHED}|{_NO}(?:goodbye|good-bye|bye|farewell)",
        alone=r"goodbye|good-bye|bye|bye-bye|farewell|wished me",
        spoken=rf"goodbye|good-bye|bye|bye-bye|see you|take care|have an? {_WISHED}"
        rf"|have an? (?:good|nice|great) one",
    ),
    Behaviour(
        asked=r"(?:give|gives|say|tell|state) (?:you )?(?:a|an|the|their|his|her|its|own|first"
        r"| )+ ?name\b|introduce",
        said=rf"(?:gave|give|giving|told|said|stated|mentioned) {_THEIR}name\b"
        r"|introduced (?:herself|himself|themselves)|introduce (?:herself|himself|themselves)"
        r"|name was (?:given|said|mentioned)",
        spoken=r"my name is|my name's|(?:this is|you're (?:through|speaking|talking) to) [A-Z]\w+",
    ),
    Behaviour(
        asked=r"badge|name tag",
        said=rf"(?:wore|wear|wearing|had|have|has|with|without|was|no|saw|see|notice"
        rf"|spot) (?:\w+ ){{0,2}}{_BADGE}"
        rf"|{_BADGE} (?:said|read|showed|was (?:pinned|clipped|worn|on)|(?:pinned|clipped) (?:on"
        rf"|to))",
        alone=rf"worn|pinned|clipped|{_BADGE} (?:with|reading|saying|on (?:her|his|their))"
        rf"|on (?:her|his) (?:lapel|chest|cardigan|apron|shirt|jacket|lanyard)",
    ),
    Behaviour(
        asked=r"thank",
        said=rf"thanked|thank me|(?:said|say|saying) (?:thanks|thank you)|{_NO}thanks",
        spoken=r"thanks|thank you|cheers",
    ),
    Behaviour(
        asked=r"apologi[sz]e|say (?:that \w+ (?:is|are) )?sorry",
        said=rf"apologi[sz]ed?|{_NO}apology|said (?:that )?(?:she|he|they) (?:was|were) sorry"
        rf"|(?:said|say) sorry",
        spoken=r"sorry|apologi[sz]e|apologies",
    ),
    Behaviour(
        asked=r"receipt",
        said=rf"{_GAVE} (?:\w+ ){{0,4}}receipt|(?:no|without(?: an?| any)?) (?:\w+ )?receipt"
        rf"|receipt (?:(?:was|is|came|got) (?:\w+ )?)?(?:given|handed|printed|put|tucked|pressed"
        rf"|sent|e-?mailed|issued)",
        alone=rf"{_GAVE} (?:it|one|me one|to me|me the|over)|in (?:the|my) (?:bag|hand)",
    ),
    Behaviour(
        asked=r"anything else",
        said=r"(?:asked|ask|asking|checked|check|checking|wanted to know|enquired"
        r"|question was) (?:\w+ ){0,7}?"
        r"(?:(?:anything|(?<!asked )(?<!asked me )something) (?:else|more|further)(?! (?:about|on"
        r"|to add))|(?:any other|another|any more|any further) (?:question|query|request|wish)"
        r"|(?:that|this|it) was (?:all|everything))|(?:no|without(?: an| the)?) (?:anything else"
        r"|such question|question at the end|further question)",
        alone=r"asked (?:it|this|that)\b|anything (?:else|more|further)(?! (?:about|on|to add))"
        r"|this question",
        spoken=r"(?:anything|something) else|(?:is|was|will) that (?:be )?(?:all|everything)",
    ),
    Behaviour(
        asked=r"(?:shop|store|branch|office|door) open",
        said=r"(?:shop|store|branch|office|doors?) (?:was|were|stood) (?:\w+ )?open\b",
        undone=r"(?<!side )(?<!back )(?<!rear )(?:shop|store|branch|office|doors?|gates?"
        r"|shutters?|entrance) "
        r"(?:was|were) (?:\w+ ){0,3}?(?:closed|shut|locked|down)|found (?:\w+ ){0,3}(?:closed"
        r"|locked|shut)",
    ),
    Behaviour(asked=r"smil", said=r"smiled|smile\b", alone=r"smiling"),
    Behaviour(
        asked=r"eye contact",
        said=rf"(?:made|make|kept|keep) (?:\w+ ){{0,1}}eye contact|{_NO}eye contact|looked at me",
    ),
    Behaviour(
        asked=r"proof of age|identity card|\bid\b|your age",
        said=rf"(?:asked|ask|asking|wanted|needed|requested|checked|check|inspected"
        rf"|looked at) (?:\w+ ){{0,4}}?(?:{_ID}|age)\b"
        rf"|{_ID} (?:(?:was|were|had been|got|is|be) )?{_CHECKED}|id['’]?d\b"
        rf"|question about my age|asked (?:me )?how old I was"
        rf"|(?:no|without(?: an?| any)?) {_ID}",
        alone=r"asked me(?= for it| for one| for mine|,|$)|asked for (?:it|mine|one|my (?:card"
        r"|id))",
    ),
    Behaviour(
        asked=r"(?:repeat|sum up|summari[sz]e)",
        said=r"summed (?:\w+ ){0,2}?up|summari[sz]ed?\b|recapped|repeated(?= nothing)"
        r"|repeated (?:back )?(?:what|everything|my (?!(?:\w+ )?(?:number|name|postcode|address"
        r"|order)))"
        r"|said (?:\w+ ){0,3}in (?:her|his|their) own words|(?:said|told|played) (?:it|this|that"
        r"|everything|what \w+ \w+) back"
        rf"|{_NO}(?:summary|summing[ -]up|recap)"
        r"|put (?:it|this|that|everything|my \w+|what \w+ \w+) (?:in|into) (?:a|one|a single"
        r"|other|her|his|their) (?:own )?(?:words|sentence)",
        alone=r"repeat(?:ed)?\b(?! (?:the|my|his|her|it) )|summary|summing[ -]up",
    ),
    Behaviour(
        asked=r"(?:given|told|get|give you) (?:a|the|any) (?:\w+ )?(?:reference|ticket|case"
        r"|order)? ?number",
        said=r"(?:gave|give|given|got|received|texted|(?:told|named"
        r"|read)(?! to\b)(?! (?:\w+ )?my\b)) (?:\w+ ){0,3}"
        r"(?:(?:reference|ticket|case|order)? ?number|reference|ref)\b"
        r"|(?:reference|ref|number of the case|case number|ticket number) (?:was )?(?:given|read"
        r"|sent|texted|repeated)",
        alone=r"(?:read|spelt|spelled|gave|texted|repeated|sent) (?:it|them|me one)\b|(?:given"
        r"|read (?:out|back)|texted) twice",
    ),
    Behaviour(
        asked=r"(?:second|another|additional|further) (?:item|product|article)|goes with",
        said=rf"{_OFFERED} (?:\w+ ){{0,6}}?(?:to go with|with (?:it|that|this)|that (?:goes|went"
        rf"|fits|matches) |as well|in addition)"
        rf"|(?:nothing|anything|no|not one|any|a|one)(?: (?:second|further|more|else|other"
        rf"|additional|single))?(?: (?:item|product|article))?"
        rf" (?:was |were )?(?:{_OFFERED}|mentioned|named|shown)",
        alone=rf"{_OFFERED} (?:it|one|them)",
    ),
    Behaviour(
        asked=r"price .{0,30}(?:shelf|label|tag)",
        said=r"prices? (?:\w+ ){0,6}?(?:matched|match|agreed|agree|the same)|same price"
        r"|both matched",
        undone=r"(?:price|till) (?:\w+ ){0,5}?(?:higher|lower|different|differed|dearer)"
        r"|charged (?:me )?(?:\w+ ){0,2}?(?:more|too much)|overcharged",
    ),
    Behaviour(
        asked=r"(?:say so|announce|warn you|tell you|ask you) (?:\w+ ){0,4}(?:before|hold|quiet)",
        said=r"announced (?:\w+ ){0,4}?(?:hold|search|wait|pause|silence)|(?:asked"
        r"|ask) me to (?:hold|wait|bear)|warned me"
        r"|(?:quiet|silent|dead|hold|silence)\b(?:\W+\w+){0,8}?\W+(?:without"
        r"|with no) (?:an?y? )?(?:word|warning|announcement|notice)",
        alone=r"warning|announcement",
    ),
)
