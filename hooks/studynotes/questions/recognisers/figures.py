"""Recogniser: worked figures (``Precision = 8/10 = 0.8``), asked as a blank to fill in."""

from __future__ import annotations

import ast
import operator
import re
from fractions import Fraction
from typing import TYPE_CHECKING

from studynotes.model import Kind, Problem, Section, Severity
from studynotes.questions.question import BLANK_MARK, Form, Part, Question, text
from studynotes.questions.text.lines import Line, Role, lines_in
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NAME = "figures"
_EXPRESSION = r"[\d.,()+*/×÷\s-]*\d[\d.,()+*/×÷\s-]*"
_WORKED = re.compile(
    rf"(?P<name>[^=＝→:：]*[^=＝→:：\s\d])\s*[=＝]\s*(?P<expression>{_EXPRESSION}?)\s*[=＝≒≈]\s*(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[%％])?"
)
_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """One blank for each ``name = calculation = value`` in a line, if the calculation really gives the value.

    The value is right where it is the calculation's result rounded to the decimals it is written with (or that
    times 100, before ``%``). One that is not is a problem, and asks nothing. The stem is the line up to the value;
    in a list, the items before it are the data and come along.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for line, before in _lines(section):
        worked = len(line.text) <= LONGEST and sum(map(line.text.count, "=＝≒≈")) > 1
        found = _WORKED.search(line.text) if worked else None
        if not found or not re.search(r"[+*/×÷-]", found["expression"]):
            continue
        result = _calculated(found["expression"])
        if result is None:
            continue
        if not _is(result, found["value"], found["unit"] or ""):
            what = f"{found['expression'].strip()} is not {found['value']}{found['unit'] or ''}"
            problems.append(
                Problem(
                    section.file, line.number, Severity.WARNING, what, "correct the figure; it asks nothing till then"
                )
            )
            continue
        stem = [Part("item", text(other.text.strip())) for other in before]
        stem.append(
            Part("text", text(f"{line.text[: found.start('value')].strip()} {BLANK_MARK}{found['unit'] or ''}"))
        )
        where = line.block.lines
        questions.append(
            Question(
                Form.BLANK, tuple(stem), (), NAME, section.file, where, line.block.position, answers=(found["value"],)
            )
        )
    return questions, problems


def _lines(section: Section) -> Iterator[tuple[Line, Sequence[Line]]]:
    """Each line of the section's text, with those of the list items before it where it is an item after others."""
    for block in section.blocks:
        if block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
            lines = list(lines_in(block))
            begins = (line.role is Role.ITEM and line.depth == 1 for line in lines)
            yield from ((lines[at], lines[:at] if is_item else ()) for at, is_item in enumerate(begins))
        elif block.kind is Kind.PARAGRAPH:
            yield from ((line, ()) for line in lines_in(block))


def _calculated(expression: str) -> Fraction | None:
    """The result of a sum of figures, exactly; None where it is not one."""
    source = plain(expression).replace(",", "").replace("×", "*").replace("÷", "/").strip()
    try:
        return _value(ast.parse(source, mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, RecursionError):
        return None


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Fraction(str(node.value))
    raise ValueError(ast.dump(node))


def _is(result: Fraction, written: str, unit: str) -> bool:
    value = written.replace(",", "")
    decimals = len(value.partition(".")[2])
    wanted = Fraction(value)
    scaled = result * 100 if unit else result
    return abs(scaled - wanted) * 2 <= Fraction(1, 10**decimals)
