"""Jobs with the department, family, grade and code that belong to each, in English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

DEPARTMENTS = """
Engineering | ENG | Software : Software Engineer, Backend Engineer, Frontend Developer, Full \
  Stack Developer, Mobile Developer, DevOps Engineer, Site Reliability Engineer, QA Engineer, \
  Security Engineer, Embedded Software Engineer, Platform Engineer, *Engineering Manager, *Head \
  of Engineering
Data | DAT | Analytics : Data Analyst, Data Engineer, Data Scientist, Machine Learning Engineer, \
  Business Intelligence Developer, Analytics Engineer, *Head of Data
Product | PRD | Product : Product Manager, Technical Product Manager, Product Analyst, Product \
  Operations Specialist, *Director of Product
Design | DES | Design : Product Designer, UX Designer, UX Researcher, Graphic Designer, Motion \
  Designer, Content Designer, *Design Manager
Marketing | MKT | Marketing : Marketing Manager, Content Writer, SEO Specialist, Brand Manager, \
  Performance Marketing Specialist, Social Media Coordinator, Event Coordinator, Copywriter, \
  Marketing Analyst, *Director of Marketing
Sales | SLS | Commercial : Account Executive, Sales Development Representative, Account Manager, \
  Sales Engineer, Inside Sales Representative, Key Account Manager, Sales Operations Analyst, \
  *Regional Sales Manager, *Sales Director
Customer Success | CSM | Commercial : Customer Success Manager, Customer Support Specialist, \
  Support Engineer, Onboarding Specialist, Customer Service Representative, *Support Team Lead
Finance | FIN | Finance : Accountant, Financial Analyst, Payroll Specialist, Accounts Payable \
  Clerk, Accounts Receivable Specialist, Tax Analyst, Treasury Analyst, Internal Auditor, Billing \
  Coordinator, *Financial Controller, *Finance Director
Human Resources | HRS | People : HR Specialist, Recruiter, Talent Acquisition Specialist, \
  Compensation Analyst, HR Coordinator, Training Specialist, People Operations Assistant, *HR \
  Manager, *HR Director
Legal | LEG | Legal : Legal Counsel, Contract Manager, Compliance Officer, Paralegal, Privacy \
  Officer, *Legal Director
Operations | OPS | Operations : Operations Analyst, Operations Manager, Project Coordinator, \
  Project Manager, Business Analyst, Office Administrator, Executive Assistant, Procurement \
  Specialist, Facilities Coordinator, *Operations Director
IT | ITS | Technology : IT Support Technician, Systems Administrator, Network Engineer, Database \
  Administrator, Cloud Architect, Service Desk Analyst, *IT Manager
Logistics | LOG | Supply Chain : Logistics Coordinator, Warehouse Operator, Supply Chain Analyst, \
  Forklift Operator, Inventory Clerk, Demand Planner, *Warehouse Manager
Manufacturing | MFG | Production : Production Operator, Process Engineer, Quality Technician, \
  Maintenance Technician, Manufacturing Engineer, CNC Machine Operator, Production Planner, \
  *Plant Manager
Research and Development | RND | Science : Research Scientist, Laboratory Technician, Mechanical \
  Engineer, Electrical Engineer, Materials Scientist, Research Assistant, *R&D Manager
Health Services | HLT | Health : Registered Nurse, Medical Assistant, Care Coordinator, \
  Physiotherapist, *Nurse Manager
Retail | RTL | Retail : Store Assistant, Visual Merchandising Specialist, Retail Sales Associate, \
  Cashier, *Store Manager
"""
"""A line for each department: its name, code and job family, and the titles of its jobs.

A title after ``*`` manages others, and has no seniority before it.
"""

SENIORITIES = (("", 5), ("Senior ", 7), ("Junior ", 3))
"""What stands before a title, and the grade that goes with it."""


@lru_cache(maxsize=1)
def list_jobs() -> str:
    """Return a line for each job: title, department, its code, family, grade, and job code."""
    return "\n".join(" | ".join(row) for row in _iter_jobs())


def _iter_jobs() -> Iterator[tuple[str, ...]]:
    """Yield the rows of the jobs: a title, and the department that it belongs to."""
    for line in DEPARTMENTS.strip().splitlines():
        head, _, titles = line.partition(" : ")
        department, code, family = head.split(" | ")
        for place, title in enumerate(titles.split(", "), 1):
            bare = title.removeprefix("*")
            for prefix, grade in _list_seniorities(title):
                job_code = f"{code}-{100 * grade + place}"
                yield prefix + bare, department, code, family, f"G{grade}", job_code


def _list_seniorities(title: str) -> tuple[tuple[str, int], ...]:
    """Return what may stand before *title*, and the grades; managers are never juniors."""
    if title.startswith("*"):
        return (("", 9),)
    return SENIORITIES[:2] if "Manager" in title else SENIORITIES
