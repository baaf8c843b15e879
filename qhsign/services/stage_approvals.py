"""录入 → 核对 → 签批 of the papers of the stage: who, when, and of exactly which content."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import StageApproval


class ApprovalStep(StrEnum):
    """A step of the approval."""

    ENTERED = "entered"  # 录入
    CHECKED = "checked"  # 核对
    APPROVED = "approved"  # 签批


@dataclass(frozen=True, slots=True)
class Signed:
    """Who did a step, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """How far a paper has come as it stands now; ``operation`` takes the last step back."""

    steps: Mapping[ApprovalStep, Signed]
    operation: str = ""

    def by(self, step: ApprovalStep) -> str:
        """Return who did a step, "" where nobody did."""
        return self.steps[step].by if step in self.steps else ""

    @property
    def is_approved(self) -> bool:
        """Whether the last step is done."""
        return ApprovalStep.APPROVED in self.steps


def fingerprint(content: object) -> str:
    """Return the hash of what a paper says, given as lists, texts and numbers."""
    return hashlib.sha256(
        json.dumps(content, ensure_ascii=False, sort_keys=True, default=str).encode()
    ).hexdigest()


def approval_of(session: Session, paper: str, subject: str, content: str) -> Approval:
    """Return the steps done for exactly this content."""
    query = select(StageApproval).where(
        StageApproval.subject == subject,
        StageApproval.paper == paper,
        StageApproval.fingerprint == content,
    )
    return Approval(
        {
            ApprovalStep(held.step): Signed(held.by, held.at)
            for held in session.scalars(query.order_by(StageApproval.at))
        }
    )


def signed_otherwise(session: Session, paper: str, subject: str, content: str) -> Approval | None:
    """Return what was signed last of another content; None where nothing was."""
    query = select(StageApproval.fingerprint).where(
        StageApproval.subject == subject,
        StageApproval.paper == paper,
        StageApproval.fingerprint != content,
    )
    other = session.scalars(query.order_by(StageApproval.at.desc()).limit(1)).first()
    return None if other is None else approval_of(session, paper, subject, other)


def sign(
    session: JournaledSession,
    paper: str,
    subject: str,
    content: str,
    *,
    step: ApprovalStep,
    by: str,
    at: datetime,
) -> Approval:
    """Do a step for exactly this content, after those before it.

    Raises ProblemForUser ``approver-missing``, ``approval-step-early`` or, for somebody who would
    check or approve their own work, ``approval-same-person``.
    """
    name = by.strip()
    if not name:
        raise ProblemForUser("approver-missing")
    done = approval_of(session, paper, subject, content)
    earlier: Sequence[ApprovalStep] = list(ApprovalStep)[: list(ApprovalStep).index(step)]
    if any(each not in done.steps for each in earlier):
        raise ProblemForUser("approval-step-early")
    if earlier and done.by(earlier[-1]) == name:
        raise ProblemForUser("approval-same-person", name=name)
    session.add(
        StageApproval(
            subject=subject, paper=paper, step=step.value, by=name, at=at, fingerprint=content
        )
    )
    session.flush()
    return replace(approval_of(session, paper, subject, content), operation=session.pen.operation)
