"""The words of guest lists: categories, states, sexes, forms of address, posts."""

import re
import unicodedata
from functools import lru_cache

from qhsign.domain.guest import Category, Gender, Invitation
from qhsign.domain.names import clean_name, is_han, split_attributes

# The first that occurs decides: 签约嘉宾 signs, 媒体嘉宾 reports, 参展商代表 exhibits.
_CATEGORY_SIGNS = (
    (Category.SIGNATORY, ("签约", "签字", "signatory")),
    (Category.EXHIBITOR, ("参展", "布展", "展商", "exhibitor")),
    (Category.MEDIA, ("媒体", "记者", "新闻", "媒介", "media", "press", "journalist")),
    (
        Category.STAFF,
        (
            "工作人员", "志愿者", "会务", "服务", "安保", "保安", "司机", "翻译", "后勤",
            "随行", "随员", "保障", "联络员", "礼仪", "医护", "staff", "volunteer", "crew",
        ),
    ),
    (
        Category.GUEST,
        (
            "嘉宾", "贵宾", "来宾", "领导", "外宾", "使节", "专家", "主宾", "外交", "vip", "guest",
            "speaker",
        ),
    ),
    (
        Category.DELEGATE,
        (
            "代表", "客商", "采购商", "投资商", "企业家", "参会", "与会", "列席", "观众", "团员",
            "delegate", "attendee", "participant", "buyer", "visitor",
        ),
    ),
)  # fmt: skip
_VIP = re.compile(r"vip|贵宾|重要嘉宾|要客", re.IGNORECASE)

# Refusals first: 不参加 holds 参加, 未确认 holds 确认.
_STATUS_SIGNS = (
    (Invitation.CANCELLED, ("取消", "作废", "撤销", "cancel")),
    (
        Invitation.DECLINED,
        (
            "谢绝", "婉拒", "拒绝", "不参加", "不出席", "不参会", "不来", "不能", "无法", "请假",
            "缺席", "因故", "declin", "regret", "not attending",
        ),
    ),
    (Invitation.PROPOSED, ("拟邀", "拟请", "待邀", "拟定", "未邀", "计划邀请", "propos")),
    (
        Invitation.INVITED,
        (
            "待确认", "未确认", "待定", "未回复", "待回复", "未回", "未反馈", "待反馈", "不确定",
            "已发函", "已邀", "已发", "已通知", "邀请中", "pending", "tentative", "invited",
        ),
    ),
    (
        Invitation.CONFIRMED,
        (
            "确认", "参加", "参会", "出席", "到会", "报名", "能来", "可以", "同意", "已回执",
            "已到", "confirm", "attending", "accept",
        ),
    ),
)  # fmt: skip
_YES = frozenset({"是", "yes", "y", "√", "✓", "✔", "true", "1", "有"})
_NO = frozenset({"否", "no", "n", "×", "x", "✗", "false", "0", "不", "无"})

_GENDER = {
    "男": Gender.MALE, "男性": Gender.MALE, "先生": Gender.MALE, "m": Gender.MALE,
    "male": Gender.MALE, "man": Gender.MALE, "mr": Gender.MALE, "男male": Gender.MALE,
    "女": Gender.FEMALE, "女性": Gender.FEMALE, "女士": Gender.FEMALE, "小姐": Gender.FEMALE,
    "f": Gender.FEMALE, "female": Gender.FEMALE, "woman": Gender.FEMALE, "ms": Gender.FEMALE,
    "mrs": Gender.FEMALE, "miss": Gender.FEMALE, "女female": Gender.FEMALE,
}  # fmt: skip
_ADDRESS_BEHIND = re.compile(r"^(?P<name>.{2,}?)\s*(?P<word>先生|女士|小姐|阁下|夫人)$")
_SEX_BEHIND = re.compile(r"^(?P<name>\S{2,}.*?)[\s,，/-]+(?P<sex>[男女])$")
_ADDRESS_BEFORE = re.compile(
    r"^(?P<word>(?:H\.?\s?E\.?\s+)?(?:Mr|Mrs|Ms|Miss|Mme|Dr|Prof|Sir|Amb)\b\.?"
    r"(?:\s+(?:Mr|Mrs|Ms|Dr)\b\.?)?"
    r"|H\.?\s?E\.?(?=\s))\s*(?P<name>\S.+)$",
    re.IGNORECASE,
)

_POSTS = (
    "董事长|理事长|会长|社长|总裁|总经理|经理|总监|总工程师|总工|工程师|总会计师|会计师|总经济师|经济师"
    "|总编辑|总编|主编|编辑|记者|摄像师|摄影师|秘书长|秘书|书记|主席|委员|常委|省长|市长|州长|县长|区长|厅长"
    "|局长|处长|科长|部长|司长|署长|主任|主任科员|科员|干事|院长|校长|所长|行长|站长|馆长|台长|厂长|矿长|队长"
    "|团长|组长|店长|村长|镇长|乡长|盟长|旗长|监事长|监事|董事|合伙人|创始人|负责人|法定代表人|法人代表|法人"
    "|总代表|代表|顾问|专员|主管|助理|研究员|教授|讲师|院士|专家|博士|调研员|巡视员|督察|检察长|参事|大使"
    "|公使衔参赞|公使|参赞|总领事|领事|代办|武官|随员|翻译|领队|司机|司令员|政委|特派员|参谋|执行官|财务官"
    "|技术官|运营官|科学家|议员|议长|发言人|联络员|业务员|销售|工作人员|职员|员工"
)
_BEFORE_POST = (
    "副|常务|执行|代理|代|总|名誉|高级|首席|一级|二级|三级|四级|一等|二等|三等|党组|党委|党总支|党支部"
    "|原|联席|轮值|联合|临时|资深|助理|特任|全权|特命|区域|行政|财务|技术"
    "|运营|市场|销售|项目|部门"
)
_BRACKET = re.compile(r"[（()）]")
_BRACKET_BEHIND = re.compile(r"(?P<name>.+?)\s*[（(](?P<inside>[^（()）]+)[）)]", re.DOTALL)
_POST_AHEAD = re.compile(rf"(?:{_BEFORE_POST})*(?:{_POSTS})(?:助理)?")
_POST_WORDS = frozenset(_POSTS.split("|"))
_WORDS_BEFORE = frozenset(_BEFORE_POST.split("|"))
_WORDS_BEHIND = frozenset({"成员", "助理"})
_LONGEST_WORD = max(map(len, _POST_WORDS | _WORDS_BEFORE))
_BETWEEN_POSTS = frozenset("、，,/兼和 \u3000")
_CLOSING = {"（": "）", "(": ")"}
_LONGEST_POST = 120
_LONGEST_NAME = 4
_SHORTEST_ORGANIZATION = 2


@lru_cache(maxsize=1024)
def category_of(text: str) -> Category | None:
    """Return the badge category a word names, or None where it names none."""
    folded = _folded(text)
    for category, words in _CATEGORY_SIGNS:
        if any(word in folded for word in words):
            return category
    return None


@lru_cache(maxsize=1024)
def is_vip(text: str) -> bool:
    """Tell whether a word marks a guest as VIP: VIP, 贵宾, 重要嘉宾."""
    return bool(_VIP.search(_folded(text)))


@lru_cache(maxsize=256)
def says_yes(text: str) -> bool:
    """Tell whether a cell says yes: 是, √, Y, VIP."""
    return _folded(text) in _YES or is_vip(text)


@lru_cache(maxsize=1024)
def status_of(text: str) -> Invitation | None:
    """Return the state of an invitation a word names (是 is 已确认, 否 谢绝), or None."""
    folded = _folded(text)
    if folded in _YES:
        return Invitation.CONFIRMED
    if folded in _NO:
        return Invitation.DECLINED
    for status, words in _STATUS_SIGNS:
        if any(word in folded for word in words):
            return status
    return None


@lru_cache(maxsize=256)
def gender_of(text: str) -> Gender | None:
    """Return the sex a cell names (男, 女士, F …), or None."""
    return _GENDER.get(_folded(text).replace(" ", "").replace("/", "").rstrip("."))


def split_address(name: str) -> tuple[str, str]:
    """Part 张三先生 and Mr. John Smith into name and form of address; 李先生 stays whole."""
    if found := _ADDRESS_BEHIND.match(name) or _ADDRESS_BEFORE.match(name):
        return found["name"].strip(), found["word"].strip()
    return name, ""


def split_sex(name: str) -> tuple[str, Gender | None]:
    """Part 赵六 女 into name and sex; without a mark between them 女 belongs to the name."""
    if found := _SEX_BEHIND.match(name):
        return found["name"].strip(), _GENDER[found["sex"]]
    return name, None


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=2048)
def _post_starts(text: str) -> tuple[int, ...]:
    """Return every place from which the rest of the text is nothing but posts.

    Worked out from the end, so that the time grows with the text alone: from place i the rest is
    posts if a word before a post, or a post, stands there and what follows it is fit to follow.
    """
    size = len(text)
    if size > _LONGEST_POST:
        return ()
    begins = [False] * (size + 1)
    follows = [False] * size + [True]
    for place in range(size - 1, -1, -1):
        words = [text[place:end] for end in range(place + 1, min(size, place + _LONGEST_WORD) + 1)]
        begins[place] = any(
            (word in _POST_WORDS and follows[place + len(word)])
            or (word in _WORDS_BEFORE and begins[place + len(word)])
            for word in words
        )
        follows[place] = begins[place] or _goes_on(text, place, words, follows)
    return tuple(place for place in range(size) if begins[place])


def _goes_on(text: str, place: int, words: list[str], follows: list[bool]) -> bool:
    """Tell whether a mark, a bracket or a word behind a post leads on to the end."""
    if text[place] in _BETWEEN_POSTS and follows[place + 1]:
        return True
    if closing := _CLOSING.get(text[place]):
        end = text.find(closing, place)
        return end >= 0 and follows[end + 1]
    return any(word in _WORDS_BEHIND and follows[place + len(word)] for word in words)


def is_post(text: str) -> bool:
    """Tell whether a text is nothing but a post: 副厅长, 党组书记、董事长."""
    return _post_starts(text.strip())[:1] == (0,)


def split_organization_and_post(text: str) -> tuple[str, str]:
    """Part 青海省商务厅副厅长 into organization and post.

    A text without a post is all organization. A blank or a comma between the two decides; else
    the longest post the text ends with. Of several offices (全国政协副主席、民盟中央常务副主席) the
    first gives the organization.
    """
    text = text.strip()
    if not _ends_with_post(text):
        return text, ""
    first, mark, others = text.partition("、")
    if mark and not is_post(others):
        organization, post = split_organization_and_post(first)
        return (organization, f"{post}、{others}") if post else ("", text)
    parts = re.split(r"[\s,，;；/]+", text, maxsplit=1)
    behind = parts[-1]
    # A committee belongs to its post where both stand apart: 西宁市 市委书记.
    own_office = len(parts) > 1 and is_post(behind.removeprefix(behind[:1] + "委"))
    if own_office and not is_post(parts[0]):
        return parts[0], behind
    start = next((start for start in _post_starts(text) if start >= _SHORTEST_ORGANIZATION), 0)
    if not start or text[:start].endswith("驻华"):  # 冰岛驻华大使: the post holds the country
        return "", text
    return text[:start].rstrip(" ，,、"), text[start:]


def split_post_and_name(text: str) -> tuple[str, str, str]:
    """Part 青海省商务厅厅长 张三 into organization, post and name.

    Also 张三 青海省商务厅厅长, 张三（青海省商务厅厅长） and 厅长张三. Without a post in it the
    text is a name: organization and post are empty then.
    """
    text = text.strip()
    if found := _BRACKET_BEHIND.fullmatch(text):
        return _split_before_bracket(text, found["name"], found["inside"])
    words = re.split(r"[\s,，:：]+", text)
    if len(words) > 1:
        return _split_by_blanks(words, text)
    return _split_joined(text)


def _split_before_bracket(text: str, name: str, inside: str) -> tuple[str, str, str]:
    """Part 张三（厅长）; any other bracket stays with the name behind the post."""
    only_words = split_attributes(text).name == clean_name(text)  # no sex, no ethnicity
    if only_words and _ends_with_post(inside) and not _BRACKET.search(name):
        return (*split_organization_and_post(inside), name.strip())
    organization, post, head = split_post_and_name(name)
    return (organization, post, head + text[len(name) :]) if post else ("", "", text)


def _ends_with_post(text: str) -> bool:
    return bool(_post_starts(text))


def _split_by_blanks(words: list[str], text: str) -> tuple[str, str, str]:
    for place in range(1, len(words)):
        before, behind = "".join(words[:place]), "".join(words[place:])
        if _ends_with_post(before) and _looks_like_name(behind):
            return (*split_organization_and_post(" ".join(words[:place])), behind)
        if _ends_with_post(behind) and _looks_like_name(before):
            return (*split_organization_and_post(" ".join(words[place:])), before)
    return "", "", text


def _looks_like_name(text: str) -> bool:
    return len(text) > 1 and (
        (len(text) <= _LONGEST_NAME and all(map(is_han, text))) or "·" in text or text.isascii()
    )


def _split_joined(text: str) -> tuple[str, str, str]:
    """Part 青海省商务厅厅长张三: the last post in it, with two to four characters behind."""
    for found in reversed(list(_POST_AHEAD.finditer(text))):
        name = text[found.end() :]
        if len(name) > _LONGEST_NAME:
            break
        if _looks_like_name(name) and (found.end() > _LONGEST_NAME or found.start() == 0):
            return (*split_organization_and_post(text[: found.end()]), name)
    return "", "", text
