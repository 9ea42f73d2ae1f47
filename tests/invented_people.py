"""Invented reports about victims, detainees, suspects, witnesses and children, in both languages."""

from __future__ import annotations

REPORTS = {
    "victims.txt": """قصف على قرية دير الزنبق
أعلن وزير الصحة سليم درويش مقتل 3 أشخاص في قرية دير الزنبق الجمعة.
وقتل الطفل أمل سعيد (9 أعوام) أمام منزله، وأصيب والده فادي سعيد.
أسماء الضحايا:
1- ريماس المنصوري
2- جميل بن سالم النجار
3- وليد كريم
وقال درويش إن الحصيلة قد ترتفع.""",
    "detainees.txt": """أعلنت الشرطة اعتقال 4 أشخاص في أستانا، وهم: حسان البيطار، لين عودة، المدعو أبو غيث، ويزيد القصاب.
وقالت زوجة حسان البيطار، رشا، إنها لم تره منذ أسبوع. رقم هاتفها 07712345678.
ونفت الرئاسة ذلك، وقال المتهم يزيد القصاب إنه بريء.""",
    "witnesses.txt": """Interior Minister Salim Darwish said on Friday that one person was killed in Almaty.
Witness Hope Karam, 34, a nurse at the clinic, told reporters that soldiers shot Yusuf bin Omar al-Hadidi.
"I saw his daughter Layla, 7," she said. Police denied it. Write to hope.karam@post.example or see https://t.me/hope_karam.
The names of the detained: Rana K., Sami Taha and Mark Abu Zayd.""",
}
SECRET = (
    "أمل سعيد", "فادي سعيد", "ريماس المنصوري", "جميل بن سالم النجار", "وليد كريم", "حسان البيطار", "لين عودة", "أبو غيث",
    "يزيد القصاب", "رشا", "Hope Karam", "Yusuf bin Omar al-Hadidi", "Layla", "Rana K", "Sami Taha", "Mark Abu Zayd",
    "hope.karam@post.example", "07712345678", "hope_karam", "Salma Collector",
)  # fmt: skip
"""What no export and no copy may hold unless a person approved it."""
