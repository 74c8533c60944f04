"""Recruiting: job advertisements, candidates, applications, interviews."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.hr import JOBS
from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    merge,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

SENIORITY = table(
    "seniority",
    """experience_level seniority seniority_level career_level | min_years_experience
    required_years_experience min_experience_years minimum_experience min_experience
    years_experience_required min_years_of_experience""",
    """
    Entry level | 0
    Junior      | 0 ; 1 ; 2
    Mid         | 2 ; 3 ; 4
    Mid-level   | 3 ; 4
    Senior      | 5 ; 6 ; 7 ; 8
    Lead        | 6 ; 8 ; 10
    Principal   | 10
    """,
)

ADVERT = {
    "posting_title vacancy_title opening_title job_posting_title advert_title": pick(
        JOBS, "job_title"
    ),
    "job_description posting_description vacancy_description role_description": sentences(
        """We are looking for {_article} to join our {department} team. {_offer} | As {_article},
        you will {_duty} and {_other_duty}. {_offer} | Our {department} team is growing: in this
        role you will {_duty}. {_need} | Join a company where your work matters. You will {_duty}
        and {_other_duty}. | {job_title} wanted: you {_duty}, we offer {_perk} and a team that
        helps each other. | The role: {_duty}, {_other_duty}, and learn from experienced
        colleagues. {_need}"""
    ),
    "_article": sentences("an experienced {job_title} | a motivated {job_title} | a {job_title}"),
    "_offer": sentences(
        """You get {_perk}, {_other_perk} and room to learn. | We offer {_perk} and {_other_perk}.
        | The position comes with {_perk}."""
    ),
    "_need": sentences(
        """You bring {_years} years of experience and enjoy working with people. | Ideally you have
        {_years} years of experience in a similar role. | You need {_years} years of experience
        and good communication skills."""
    ),
    "_years": words("2|3|4|5"),
    "_duty": words(
        """work closely with customers|keep our processes running|plan and run projects|improve the
        way we work|own a part of the product|prepare reports for management|support colleagues in
        three countries|help new colleagues to settle in|coordinate with suppliers"""
    ),
    "_other_duty": words(
        """document what you learn|present results to the team|take part in planning|share your
        experience|keep an eye on quality|find ways to save time|train new colleagues"""
    ),
    "_perk": words(
        """flexible hours|30 days of vacation|a training budget|health insurance|a company bike|two
        remote days a week|a yearly bonus|stock options"""
    ),
    "_other_perk": words("free lunch|modern tools|a friendly office|a pension plan|short meetings"),
    "responsibility job_responsibility duty job_duty key_responsibility task_of_role": titles(
        "responsibility",
        """{_act} {_matter} | {_act} {_matter} with {_whom} | {_act} {_matter} for {_whom}
        | {_act} and document {_matter}""",
    ),
    "_act": words(
        """Plan|Coordinate|Review|Improve|Prepare|Maintain|Analyze|Lead|Support|Monitor|Develop
        |Own|Organize"""
    ),
    "_matter": words(
        """weekly reports|customer projects|the product roadmap|our internal tools|supplier
        contracts|team schedules|quality checks|the monthly budget|training material|data pipelines
        |release plans|onboarding of new hires|incoming requests|process documentation|key accounts
        |safety inspections|marketing campaigns|stock levels"""
    ),
    "_whom": words(
        """the regional teams|senior management|our partners|key customers|product and design|the
        finance team|external auditors|the whole department"""
    ),
    "requirement job_requirement qualification must_have preferred_qualification": titles(
        "requirement",
        """{_years}+ years of experience in {_field} | {_years}+ years in {_field} or a similar
        role | Degree in {_degree_field} or equivalent experience | Good knowledge of {_tool}
        | Hands-on experience with {_tool} | {_tongue} at {_tongue_level} level | {_trait} | \
          Experience with {_tool} in {_field} | {_years}+ years with {_tool} | Proven
        experience in {_field} | Certification in {_field} is a plus | Working knowledge of {_tool}
        and {_other_tool}""",
    ),
    "_field": words(
        """project management|customer service|software development|financial reporting|data
        analysis|sales|logistics|team leadership|quality assurance|procurement|user research|process
        improvement|content marketing|payroll|plant maintenance"""
    ),
    "_degree_field": words(
        """business administration|computer science|engineering|economics|design|statistics
        |communications|supply chain management|psychology|law"""
    ),
    "_tool": words("""Excel|SQL|SAP|Python|Salesforce|Jira|Tableau|AutoCAD|Figma|Power \
      BI|HubSpot|Java|Git|Photoshop
        |SolidWorks|Google Analytics|Zendesk|QuickBooks|Docker|MS Project"""),
    "_other_tool": words("reporting tools|ticket systems|spreadsheets|version control|ERP systems"),
    "_tongue": words("English|German|Spanish|French|Swedish"),
    "_tongue_level": words("B2|C1|fluent|business"),
    "_trait": words(
        """Strong communication skills|Attention to detail|Able to work in shifts|Valid driving
        licence|Willing to travel up to 20 %|Works well under pressure|Self-organized and reliable
        |Confident in front of customers|Curious and eager to learn"""
    ),
    "job_benefit perk job_perk": pick(
        {
            "x": words(
                """Health insurance|Dental and vision insurance|401(k) match|Pension plan|25 days of
                vacation|Remote work|Gym membership|Stock options|Yearly bonus|Free lunch|Parental
                leave|Flexible hours|Training budget|Equity package|Company car|Transit pass
                |Childcare support|Life insurance|Unlimited PTO|Holiday allowance"""
            )
        },
        "x",
    ),
    "job_skill required_skill preferred_skill candidate_skill tech_stack": words(
        """Python|SQL|Excel|Project Management|Communication|Negotiation|JavaScript|Data Analysis
        |Customer Service|Java|Leadership|AWS|Photoshop|Salesforce|Accounting|Copywriting|Kubernetes
        |Public Speaking|Budgeting|SAP|TypeScript|Figma|Recruiting|Scheduling|Welding|C++"""
    ),
    "education_level education_required required_education min_education degree_required": words(
        """Bachelor's degree*6|Master's degree*2|High school diploma*3|Associate degree|PhD|None
        |Vocational diploma"""
    ),
    "experience_required": words("1+ years|2+ years*3|3+ years*4|5+ years*3|8+ years|None*2"),
    "job_type type_of_employment employment_kind position_type": words(
        "Full-time*7|Part-time*2|Contract*2|Internship|Temporary"
    ),
    "salary_period pay_period_unit": words("year*6|month*2|hour*3"),
    "candidate_source application_source source_of_hire applicant_source": words(
        """LinkedIn*6|Indeed*4|Employee referral*4|Career site*4|Recruiting agency*2|Glassdoor
        |Job board|University fair|Direct application|Google Jobs"""
    ),
    "rejection_reason reason_for_rejection decline_reason": words(
        """Not enough experience*3|Missing skills*2|Salary expectations too high*2|Position filled
        *3|Withdrew the application|Failed technical interview|No work permit|Better candidate
        chosen*2|Notice period too long|Did not respond"""
    ),
    "interview_type interview_round interview_stage": words(
        """Phone screening*3|Technical interview*2|Hiring manager interview*2|Panel interview|Case
        study|Final interview|Cultural interview|On-site interview"""
    ),
    "interview_feedback interviewer_notes interview_notes candidate_notes": sentences(
        """Strong in {_field}, a little vague about {_other_field}. | Clear answers, good examples
        from {_field}. Recommend to {_advance}. | Friendly and well prepared; {_field} needs some
        training. | Would fit the team. Asks good questions about {_other_field}. | Solid experience
        in {_field}, but the salary expectation is above our range. | Nervous at first, then
        convincing on {_other_field}. Recommend to {_advance}."""
    ),
    "_other_field": words("planning|teamwork|customer contact|recent projects|leadership|tools"),
    "_advance": words("move to the final round|make an offer|invite on site|do a second call"),
    "recommendation interview_result hiring_recommendation": words(
        "Strong hire*2|Hire*5|No hire*3|Strong no hire|Undecided"
    ),
    "cover_letter motivation_letter application_letter": sentences(
        """Dear hiring team, I am writing to apply for the position of {job_title}. In my last role
        I worked in {_field} for {_years} years and would like to bring this experience to your
        company. | Dear Sir or Madam, your opening for a {job_title} caught my attention. I have
        {_years} years of experience in {_field} and know {_tool} well. I look forward to hearing
        from you. | Dear team, I'm excited about the {job_title} role. For {_years} years I have
        worked in {_field}, most recently with {_tool}, and I am ready for the next step. | Hello,
        I am applying as {job_title} because I want to work in {_field} at a company that values
        its people. I can start in {_weeks} weeks."""
    ),
    "_weeks": words("two|four|six|eight"),
    "resume_headline profile_headline professional_headline candidate_headline": titles(
        "professional_headline",
        """{job_title} with {_years} years in {_field} | {job_title} | {_field}, {_tool} |
        {job_title}, {_field} specialist | {job_title} open to new roles""",
    ),
    "current_company current_employer previous_employer last_employer": Borrowed("company"),
    "screening_question interview_question application_question": words(
        """Why do you want to work here?|When can you start?|What is your salary expectation?|Do
        you have a valid work permit?|Describe a project that you are proud of.|How do you handle
        tight deadlines?|Tell us about a conflict that you solved.|Are you willing to travel?
        |Which tools do you use every day?"""
    ),
    "offer_status": words("Accepted*5|Pending*3|Declined*2|Expired"),
}

DOMAIN = domain(
    "recruiting",
    merge(ADVERT, SENIORITY),
    merge(
        JOBS,
        {
            "title role position": pick(JOBS, "job_title"),
            "description": pick(ADVERT, "job_description"),
            "benefit": pick(ADVERT, "job_benefit"),
            "skill": pick(ADVERT, "job_skill"),
            "education": pick(ADVERT, "education_level"),
            "source": pick(ADVERT, "candidate_source"),
            "level": pick(SENIORITY, "seniority"),
            "reason": pick(ADVERT, "rejection_reason"),
            "notes feedback comments": pick(ADVERT, "interview_feedback"),
            "headline": pick(ADVERT, "resume_headline"),
            "question": pick(ADVERT, "screening_question"),
            "notice_period_days": words("0*2|14*3|30*6|60*2|90*2"),
            "employment_type": pick(ADVERT, "job_type"),
            "remote_type workplace work_mode": words("On-site*4|Hybrid*4|Remote*3"),
            "location job_location": Borrowed("city"),
            "requisition_number job_code reference job_reference": shape("REQ-#####", "JR-1####"),
        },
    ),
    """qualification recommendation requirement responsibility duty perk seniority
    job_type position_type opening_title experience_level education_level
    role_description application_question application_source career_level source_of_hire
    decline_reason advert_title offer_status duty profile_headline rejection_reason""",
)
