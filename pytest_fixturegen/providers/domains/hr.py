"""Human resources: employees, their jobs, leave, pay and reviews."""

from __future__ import annotations

from pytest_fixturegen.providers.data.job_table import list_jobs
from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    either,
    merge,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

JOBS = table(
    "job",
    """job_title position_title pos_title title_of_job job designation job_position occupation
    employee_title employee_position staff_title | department department_name dept dept_name
    employee_department | department_code dept_code dept_id_code | job_family job_function
    | job_grade pay_grade salary_grade grade_level_code pay_band salary_band job_level_code
    | job_code position_code occupation_code""",
    list_jobs(),
)

REVIEWS = table(
    "performance_review",
    """performance_rating review_rating_label overall_rating_label performance_level
    appraisal_rating | performance_score appraisal_score rating_score | review_comments
    performance_comments appraisal_comments manager_comments reviewer_comments review_summary
    performance_summary""",
    """
    Meets expectations   | 3 | Delivered the agreed goals on time and worked well with the team.
    Meets expectations   | 3 | Reliable in daily work; should take more initiative in planning.
    Meets expectations   | 3 | Handled the handover of two projects without problems.
    Meets expectations   | 3 | Good progress in the second half of the year after a slow start.
    Exceeds expectations | 4 | Took over a second product area and kept quality high.
    Exceeds expectations | 4 | Strong relationships with customers; mentors two junior colleagues.
    Exceeds expectations | 4 | Reduced the time to close the month by three days.
    Outstanding          | 5 | Led the migration from start to finish and trained the whole \
      department.
    Outstanding          | 5 | Consistently exceeds targets and is a role model for others.
    Needs improvement    | 2 | Missed several deadlines; a plan for the next quarter is agreed.
    Needs improvement    | 2 | Technical work is sound, but communication with other teams is late.
    Unsatisfactory       | 1 | Goals of the improvement plan were not met in two quarters.
    """,
)

DEDUCTIONS = table(
    "payroll_item",
    "deduction_type deduction_name | deduction_code",
    """
    Federal Income Tax | FIT
    State Income Tax   | SIT
    Social Security    | OASDI
    Medicare           | MED
    401(k)             | 401K
    Health Insurance   | HLTH
    Dental Insurance   | DENT
    Union Dues         | UNION
    Wage Garnishment   | GARN
    Pension            | PENS
    """,
)

EARNINGS = table(
    "earning",
    "earning_type earnings_type pay_component pay_element | earning_code pay_code earnings_code",
    """
    Regular Pay  | REG
    Regular Pay  | REG
    Overtime     | OT
    Holiday Pay  | HOL
    Sick Pay     | SICK
    Vacation Pay | VAC
    Bonus        | BON
    Commission   | COM
    Shift Differential | SHFT
    """,
)

LEAVE = table(
    "leave",
    """leave_type absence_type type_of_leave time_off_type pto_type leave_category
    | leave_reason absence_reason reason_for_leave reason_for_absence time_off_reason""",
    """
    Vacation | Family holiday ; Summer vacation ; Long weekend ; Trip abroad ; Visiting relatives \
      ; Wedding of a sibling ; Moving house
    Annual Leave | Winter holiday ; School holidays ; Family celebration ; Rest days ; Travel \
      with friends
    Sick | Flu ; Stomach bug ; Back pain ; Minor surgery ; Migraine ; Dental treatment
    Sick | Doctor's appointment ; Recovery after surgery ; Fever ; Sprained ankle
    Parental | Birth of a child ; Adoption of a child ; Care of a newborn
    Unpaid | Extended travel ; Personal matters ; Further study ; House renovation
    Bereavement | Death of a close relative ; Funeral of a grandparent
    Study | Final exams ; Certification course
    Jury Duty | Summons for jury service
    """,
)

EMPLOYMENT = {
    "employment_type employee_type employment_status_type contract_kind worker_type": words(
        "Full-time*7|Part-time*2|Contractor|Temporary|Intern|Apprentice"
    ),
    "employment_status employee_status": words("Active*8|On leave|Terminated|Probation"),
    "work_arrangement work_model workplace_type work_location_type": words(
        "On-site*4|Hybrid*4|Remote*2"
    ),
    "work_schedule shift_pattern": words(
        """Monday to Friday, 9 to 5*5|Four days, 32 hours|Rotating shifts|Night shift|Weekends
        |Flexible hours*2|Early shift|Late shift"""
    ),
    "shift shift_name shift_type": words("Day*4|Evening*2|Night*2|Early|Late|Weekend|Split"),
    "pay_frequency pay_schedule payroll_frequency pay_cycle": words(
        "Monthly*4|Bi-weekly*4|Semi-monthly*2|Weekly"
    ),
    "pay_type wage_type salary_type compensation_type": words("Salary*6|Hourly*4|Commission"),
    "flsa_status exemption_status": words("Exempt*3|Non-exempt*2"),
    "filing_status tax_filing_status": words(
        "Single*4|Married filing jointly*4|Married filing separately|Head of household"
    ),
    "termination_reason reason_for_leaving exit_reason separation_reason leaving_reason": words(
        """Resigned for another position*5|Relocation*2|Retirement*2|End of contract*3
        |Redundancy*2|Position eliminated|Performance|Family reasons*2|Return to education
        |Mutual agreement*2|Failed probation|Health reasons|Job abandonment"""
    ),
    "termination_type separation_type": words("Voluntary*3|Involuntary|Retirement|End of contract"),
    "benefit benefit_name benefit_plan employee_benefit": words(
        """Health insurance*2|Dental insurance|Vision insurance|401(k) match*2|Pension plan|Life
        insurance|Paid parental leave|Gym membership|Transit pass|Stock options|Tuition
        assistance|Childcare subsidy|Flexible spending account|Lunch allowance"""
    ),
    "ethnicity race ethnic_group": words(
        """White*8|Hispanic or Latino*4|Black or African American*3|Asian*3|Two or more races*2
        |American Indian or Alaska Native (Native American)|Native Hawaiian or Pacific Islander
        |Prefer not to say, or other"""
    ),
    "veteran_status": words("Not a veteran*9|Veteran|Protected veteran"),
    "disability_status": words("No disability*8|Disability|Prefer not to say"),
    "visa_status work_authorization work_permit_type": words(
        "Citizen*6|Permanent resident*3|H-1B|Work visa|EU Blue Card|Student visa"
    ),
    "emergency_contact_relationship contact_relationship emergency_relationship": words(
        "Spouse*5|Parent*4|Sibling*2|Partner*3|Child|Friend*2"
    ),
    "training training_name training_title training_course": words(
        """Fire Safety|Data Protection Basics|First Aid at Work|Forklift Licence|Anti-Harassment
        Training|Information Security Awareness|New Manager Essentials|Code of Conduct
        |Presentation Skills|Excel for Analysts|Lockout and Tagout|Time Management|Conflict
        Resolution|Interviewing Skills"""
    ),
    "certification certificate_name certification_name": words(
        """PMP|CPA|SHRM-CP|ITIL Foundation|Scrum Master (PSM I)|Six Sigma Green Belt|CISSP|AWS
        Solutions Architect|CompTIA Security+|PHR|First Aid|IOSH Managing Safely|CFA Level I"""
    ),
    "onboarding_task checklist_item onboarding_step": words(
        """Sign the employment contract|Set up the laptop|Meet the team|Order the access badge
        |Complete the security training|Read the employee handbook|Agree on goals for 90 days
        |Enroll in benefits|Tour the office|Set up payroll and bank details"""
    ),
    "expense_type expense_category": words(
        """Travel*3|Meals*3|Accommodation*2|Mileage*2|Office Supplies*2|Training|Software|Client
        Entertainment|Telephone|Parking|Conference Fees"""
    ),
    "expense_description expense_title expense_note": sentences(
        """{_expense} in {_expense_city} | {_expense} with {_expense_with} | {_expense}, trip to
        {_expense_city} | {_expense} for the {_group}"""
    ),
    "_expense": words(
        """Taxi to the airport|Team lunch|Hotel, two nights|Train ticket|Client \
          dinner|Parking|Office
        chairs|Conference ticket|Printer paper|Mileage|Coffee for the meeting|Software license"""
    ),
    "_expense_city": words("Austin|Leeds|Berlin|Chicago|Lyon|Malmö|Denver|Turin"),
    "_expense_with": words("a client|the project team|the auditors|new colleagues|a supplier"),
    "shift_note timesheet_note time_entry_description": sentences(
        """Closed the {_ledger} for the month. | {_entry} with the {_group}. | Prepared the \
          {_ledger}
        report for the {_group}. | Interviews for the open position in the {_group}. | Trained a
        new colleague in the {_group}. | {_entry} about the {_ledger} with the {_group}. | Worked on
        the {_ledger} backlog of the {_group}."""
    ),
    "_entry": words("Weekly meeting|Planning|Review|Workshop|Handover|Call|Preparation|Follow-up"),
    "_ledger": words("accounts|inventory|payroll|budget|expense|project|stock|audit|tax|travel"),
    "_group": words("support team|sales team|warehouse crew|finance team|design team|plant crew"),
    "performance_goal goal_description objective_description": titles(
        "hr_goal",
        """{_improve} {_figure} by {_share} % {_when} | Complete the {_course} course {_when}
        | {_improve} {_figure} {_when} | Mentor {_number} colleagues {_when}""",
    ),
    "_improve": words("Increase|Improve|Raise"),
    "_figure": words(
        """first-contact resolution|on-time delivery|customer satisfaction|forecast accuracy|test
        coverage|qualified leads|audit readiness|training attendance|retention of new hires"""
    ),
    "_share": words("5|8|10|12|15|20|25"),
    "_number": words("two|three|four"),
    "_when": words("by the end of Q1|by the end of Q2|by the end of Q3|this year|in six months"),
    "_course": words("leadership|negotiation|project management|data analysis|first aid"),
}

CODES = {
    "cost_center cost_centre cost_center_code": shape("CC-%###", "%####", "%##-##"),
    "payroll_number payroll_id pay_run_id": shape("PR-2025-%#", "PR-######"),
    "requisition_number requisition_id req_id": shape("REQ-#####", "JR-1####"),
    "worker_number personnel_number": shape("%####", "%#####"),
}

DOMAIN = domain(
    "hr",
    merge(JOBS, REVIEWS, DEDUCTIONS, EARNINGS, LEAVE, EMPLOYMENT, CODES),
    {
        "position role job_role title": pick(JOBS, "job_title"),
        "grade level pay_level grd job_level": pick(JOBS, "pay_grade"),
        "reason": pick(LEAVE, "leave_reason"),
        "relationship": words("Spouse*5|Parent*4|Sibling*2|Partner*3|Child|Friend*2"),
        "deduction": pick(DEDUCTIONS, "deduction_type"),
        "earning": pick(EARNINGS, "earning_type"),
        "buddy onboarding_buddy": Borrowed("person"),
        "vacation_days annual_leave_days leave_entitlement vacation_entitlement": words(
            "20*2|22|24|25*6|26|27|28*2|30*4"
        ),
        "notice_period_days": words("14*2|30*6|60*2|90*2"),
        "probation_months probation_period_months": words("3*4|6*5|1"),
        "location_code loc_code site_code": words(
            "NYC-1*4|NYC-2|AUS-1*2|LON-1*3|BER-1*2|CHI-1*2|REM"
        ),
        "business_unit": words("Consumer|Enterprise|Industrial|Services|Corporate|International"),
        "rating": either(pick(REVIEWS, "performance_score"), pick(REVIEWS, "performance_rating")),
        "goal objective": pick(EMPLOYMENT, "performance_goal"),
        "comments feedback notes note": pick(REVIEWS, "review_comments"),
    },
    """designation race shift training benefit job certification deduction_type
    position_code job_position occupation occupation_code certificate_name
    checklist_item absence_reason expense_type expense_category goal_description
    objective_description work_schedule time_entry_description rating_score visa_status
    contract_kind separation_type""",
)
