"""Rights-access referral routing: situations in, needs and plans out. See README.md."""

from aiguillage._engine import Answer, Engine, Language, Request
from aiguillage._errors import AiguillageError, Finding, Status
from aiguillage._library import VERSION, rules_dir

__version__ = ".".join(map(str, VERSION))
__all__ = ["AiguillageError", "Answer", "Engine", "Finding", "Language", "Request", "Status", "rules_dir"]
