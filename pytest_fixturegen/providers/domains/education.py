"""Education: courses, students, grades, assignments."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    either,
    merge,
    number,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

COURSES = table(
    "course",
    """course_title course_name class_title class_name | course_code class_code subject_code
    course_number | subject subject_name course_subject | academic_department faculty
    course_department faculty_name | _about""",
    """
    Introduction to Programming ; Programming in Python | CS 101 ; CS 110 | Computer Science | \
      Department of Computer Science | programs, data types and functions
    Data Structures and Algorithms | CS 201 ; CS 210 | Computer Science | Department of Computer \
      Science | lists, trees, graphs and the cost of algorithms
    Operating Systems ; Computer Networks | CS 340 ; CS 355 | Computer Science | Department of \
      Computer Science | processes, memory and protocols
    Databases ; Machine Learning | CS 320 ; CS 421 | Computer Science | Department of Computer \
      Science | models, queries and data
    Calculus I ; Calculus for Engineers | MATH 151 ; MATH 161 | Mathematics | Department of \
      Mathematics | limits, derivatives and integrals
    Linear Algebra ; Matrix Methods | MATH 220 ; MATH 225 | Mathematics | Department of \
      Mathematics | vector spaces, matrices and eigenvalues
    Probability and Statistics | STAT 200 ; STAT 210 | Mathematics | Department of Mathematics | \
      random variables, estimates and tests
    Discrete Mathematics ; Number Theory | MATH 240 ; MATH 341 | Mathematics | Department of \
      Mathematics | proofs, sets and congruences
    Mechanics ; Physics for Scientists | PHYS 111 ; PHYS 121 | Physics | Department of Physics | \
      motion, forces and energy
    Electricity and Magnetism ; Optics | PHYS 112 ; PHYS 231 | Physics | Department of Physics | \
      fields, circuits and light
    General Chemistry ; Chemistry for Nurses | CHEM 101 ; CHEM 105 | Chemistry | Department of \
      Chemistry | atoms, bonds and reactions
    Organic Chemistry ; Organic Synthesis | CHEM 231 ; CHEM 332 | Chemistry | Department of \
      Chemistry | structure and reactions of carbon compounds
    Cell Biology ; Principles of Biology | BIOL 110 ; BIOL 201 | Biology | School of Biology | \
      cells, enzymes and inheritance
    Ecology ; Genetics | BIOL 240 ; BIOL 310 | Biology | School of Biology | populations, genes \
      and evolution
    Human Anatomy ; Foundations of Nursing | NURS 101 ; NURS 210 | Nursing | School of Nursing \
      Studies | the human body and the care of patients
    Microeconomics ; Principles of Economics | ECON 101 ; ECON 201 | Economics | Department of \
      Economics | markets, prices and choices
    Macroeconomics ; Econometrics | ECON 202 ; ECON 380 | Economics | Department of Economics | \
      growth, money and data
    Financial Accounting ; Cost Accounting | ACCT 201 ; ACCT 310 | Business | School of Business \
      | statements, cost and control
    Principles of Marketing ; Consumer Behavior | MKTG 210 ; MKTG 330 | Business | School of \
      Business | customers, brands and channels
    Organizational Behavior ; Project Management | MGMT 220 ; MGMT 350 | Business | School of \
      Business | teams, leadership and change
    World History ; Modern European History | HIST 101 ; HIST 215 | History | Department of \
      History | states, trade and revolutions
    Ancient Greece and Rome ; The Cold War | HIST 120 ; HIST 330 | History | Department of \
      History | sources, power and everyday life
    English Composition ; Academic Writing | ENGL 101 ; ENGL 105 | English Literature | \
      Department of Literature and Language | arguments, drafts and revision
    Shakespeare ; The Modern Novel | ENGL 230 ; ENGL 340 | English Literature | Department of \
      Literature and Language | close reading of plays and novels
    Spanish for Beginners ; Conversational Spanish | SPAN 101 ; SPAN 201 | Spanish | School of \
      Languages | vocabulary, grammar and conversation
    French I ; French Composition | FREN 101 ; FREN 205 | French | School of Languages | \
      vocabulary, grammar and essays
    Introduction to Psychology ; Social Psychology | PSY 101 ; PSY 220 | Psychology | Department \
      of Psychology | perception, memory and behavior
    Cognitive Psychology ; Research Methods | PSY 310 ; PSY 250 | Psychology | Department of \
      Psychology | experiments on thought and attention
    Sociology of the City ; Introduction to Sociology | SOC 101 ; SOC 230 | Sociology | \
      Department of Sociology and Political Science | groups, class and institutions
    American Government ; Comparative Politics | POLS 110 ; POLS 220 | Political Science | \
      Department of Sociology and Political Science | constitutions, parties and elections
    Ethics ; Logic | PHIL 110 ; PHIL 140 | Philosophy | Department of Philosophy | arguments, \
      duties and truth
    Drawing I ; Art History Survey | ART 101 ; ART 150 | Art | School of Art | line, form and the \
      history of images
    Music Theory ; Choral Singing | MUS 110 ; MUS 201 | Music | School of Music | scales, harmony \
      and the ear
    Statics ; Strength of Materials | ENGR 210 ; ENGR 220 | Engineering | School of Engineering | \
      forces, stress and structures
    Thermodynamics ; Control Systems | ENGR 310 ; ENGR 340 | Engineering | School of Engineering \
      | heat, work and feedback
    Digital Media ; Web Design | MEDIA 120 ; MEDIA 210 | Media | School of Media and Design | \
      images, pages and audiences
    Constitutional Law ; Contract Law | LAW 201 ; LAW 210 | Law | School of Law | rights, duties \
      and cases
    Child Development ; Classroom Management | EDU 210 ; EDU 320 | Education | School of \
      Education | learning, play and teaching
    """,
)

PROGRAMS = table(
    "program",
    """major field_of_study minor study_program program_name degree_program specialization
    concentration discipline program_of_study area_of_study | degree degree_name degree_title
    qualification_title | degree_type degree_level degree_code""",
    """
    Computer Science ; Mathematics ; Physics ; Biology ; Chemistry ; Data Science | Bachelor of \
      Science | BSc
    Mechanical Engineering ; Civil Engineering ; Electrical Engineering | Bachelor of Engineering \
      | BEng
    Psychology ; Economics ; Political Science ; Sociology ; History ; Philosophy | Bachelor of \
      Arts | BA
    English Literature ; Art History ; Music ; Media Studies | Bachelor of Arts | BA
    Business Administration ; Finance and Economics ; Business Analytics | Bachelor of Business \
      Administration | BBA
    Nursing ; Nursing Science | Bachelor of Science in Nursing | BSN
    Primary Education ; Special Education | Bachelor of Education | BEd
    Computer Science ; Environmental Science ; Biomedical Engineering | Master of Science | MSc
    Business Administration | Master of Business Administration | MBA
    Public Policy and Law ; Graphic Design | Master of Arts | MA
    """,
)

GRADES = table(
    "grade",
    """letter_grade grade_letter final_grade letter | grade_point grade_points | percentage_grade
    grade_percent score_percentage final_score exam_score test_score marks_percent | passed
    is_passed has_passed is_pass | grade_comment remark_on_grade | pass_fail""",
    """
    A  | 4.0 | 93 ; 95 ; 96 ; 98 | true | Excellent work throughout the term. | Pass
    A- | 3.7 | 90 ; 91 ; 92      | true | Very thorough; cites sources well. | Pass
    B+ | 3.3 | 87 ; 88 ; 89      | true | Strong understanding, a few slips in the details. | Pass
    B  | 3.0 | 83 ; 84 ; 85 ; 86 | true | Good work; the conclusion could be sharper. | Pass
    B- | 2.7 | 80 ; 81 ; 82      | true | Solid, but the method needs more explanation. | Pass
    C+ | 2.3 | 77 ; 78           | true | Meets the requirements; more practice is needed. | Pass
    C  | 2.0 | 73 ; 75           | true | Adequate; several exercises are incomplete. | Pass
    D  | 1.0 | 64 ; 67           | true | Barely sufficient. See me in office hours. | Pass
    F  | 0.0 | 48 ; 55           | false | Too many parts are missing. | Fail
    """,
)

QUIZ = table(
    "quiz_item",
    """quiz_question exam_question | correct_answer right_answer answer_key expected_answer
    | answer_explanation | _topic_of_question""",
    """
    What is the derivative of x²? | 2x | The exponent becomes the factor. | Mathematics
    What is 15 % of 240? | 36 | 10 % is 24, 5 % is 12. | Mathematics
    How many degrees has a triangle? | 180 | The angles of a plane triangle add up to 180 \
      degrees. | Mathematics
    Which planet is closest to the sun? | Mercury | Mercury orbits the sun in 88 days. | Science
    What gas do plants take in? | Carbon dioxide | Plants need it for photosynthesis. | Science
    What is the chemical symbol of gold? | Au | From the Latin word aurum. | Science
    At what temperature does water boil at sea level? | 100 °C | At a pressure of one atmosphere. \
      | Science
    Which organ pumps blood? | The heart | It beats about 70 times a minute. | Science
    When did World War I begin? | 1914 | It began in July 1914. | History
    Who was the first president of the United States? | George Washington | He took office in \
      1789. | History
    In which year did the Berlin Wall fall? | 1989 | It fell on 9 November 1989. | History
    What is the capital of Canada? | Ottawa | Toronto is larger, but not the capital. | Geography
    Which is the longest river in Africa? | The Nile | It flows through eleven countries. | \
      Geography
    Which ocean is the largest? | The Pacific | It covers a third of the earth. | Geography
    Who wrote Hamlet? | William Shakespeare | It was written around 1600. | Literature
    What do you call the opposite of a word? | Antonym | A synonym has the same meaning. | \
      Literature
    What does HTTP stand for? | Hypertext Transfer Protocol | Browsers use it to load pages. | \
      Computer Science
    Which data structure is first in, first out? | A queue | A stack is last in, first out. | \
      Computer Science
    How many bits are in a byte? | 8 | One byte can store 256 values. | Computer Science
    """,
)

TERMS = {
    "semester academic_term term_name school_term study_term": words(
        """Fall 2022|Spring 2023|Summer 2023|Fall 2023*2|Spring 2024*2|Summer 2024|Fall 2024*3
        |Spring 2025*3|Summer 2025|Fall 2025*3"""
    ),
    "academic_year school_year study_year": words("2022/23|2023/24*2|2024/25*3|2025/26*3"),
    "grade_level school_grade class_level year_group": words(
        "Grade 1|Grade 2|Grade 3|Grade 4|Grade 5|Grade 6|Grade 7|Grade 8|Grade 9|Grade 10|Grade 11"
    ),
    "class_standing student_level": words("Freshman*3|Sophomore*3|Junior*3|Senior*3|Graduate"),
    "credits credit_hours course_credits ects credit": words("3*8|4*5|2*2|6*2|5|1"),
    "credits_earned earned_credits total_credits credits_completed": number(0, 62, 132),
    "gpa grade_point_average cumulative_gpa cgpa": number(1.6, 3.2, 4.0, 2),
    "enrollment_type enrolment_type student_type": words("Full-time*6|Part-time*2|Exchange|Guest"),
    "honors academic_honors distinction": words(
        "None*6|Cum laude*2|Magna cum laude|Summa cum laude|Dean's list*2"
    ),
    "academic_standing": words("Good standing*8|Academic probation|Dean's list"),
    "attendance_status attendance": words("Present*12|Absent*2|Late*2|Excused"),
    "absence_note excuse excuse_reason": words(
        "Illness*4|Doctor's appointment*2|Family event|Bus was late|School trip|Sports competition"
    ),
    "assignment_type assessment_type exam_type evaluation_type": words(
        "Homework*4|Quiz*3|Essay*2|Project*2|Midterm*2|Final exam*2|Lab report|Presentation"
    ),
    "assignment_title assignment_name homework_title assignment exam_title exam_name": titles(
        "assignment_title",
        """{_task} {_count}: {_chapter} | {_chapter}: {_task_low} {_count} | {_task} on {_low} |
        Chapter {_count} {_task_low}: {_chapter}""",
    ),
    "_task": words("Problem Set|Quiz|Essay|Lab Report|Project|Reading Response|Worksheet"),
    "_task_low": words("exercises|quiz|review questions|worksheet|test"),
    "_count": words("1|2|3|4|5|6|7|8|9|10"),
    "_chapter": words(
        """Linear Equations|The Water Cycle|Supply and Demand|The French Revolution|Sorting
        Algorithms|Cell Division|Newton's Laws|Persuasive Writing|Probability|Acids and Bases
        |World War I|Photosynthesis|Functions and Graphs|The Periodic Table|Poetry Analysis
        |Fractions|Recursion|Climate Zones|Human Rights|Electric Circuits"""
    ),
    "_low": words(
        """renewable energy|the causes of World War I|a short story of your choice|memory and
        learning|inflation|the structure of DNA|data collection|a local monument|triangles"""
    ),
    "lesson_title lesson_name module_title module_name unit_title chapter_title lecture_title "
    "section_title topic_title": titles(
        "lesson_title",
        """{_count}. {_chapter} | {_chapter} | Introduction to {_area} | {_area}, part {_count}
        | Practice: {_chapter} | Review: {_area}""",
    ),
    "_area": words(
        """Algebra|Grammar and Style|Lab Safety|Source Criticism|Data Analysis|Forces|Genetics
        |Markets|Loops and Lists|Color and Form|Listening and Speaking|Ecosystems|Essay Structure"""
    ),
    "quiz_title": titles(
        "quiz_title",
        "Quiz {_count}: {_chapter} | {_chapter} Quiz | {_area} \
      Test",
    ),
    "learning_outcome learning_objective course_objective objective": sentences(
        """Explain the main ideas of {_about}. | Apply methods to problems about {_about}. | Compare
        approaches in {_area}. | Write a short report on {_low}. | Solve typical exercises on
        {_about}."""
    ),
    "course_description class_description module_description": sentences(
        """An introduction to {_about}, with weekly exercises and a final project. | Students learn
        about {_about} through lectures, discussion and practice. | This course covers {_about}.
        No previous knowledge is required. | A seminar on {_about} with readings, short papers and
        presentations. | Builds on earlier study and deepens the understanding of {_about}."""
    ),
    "teacher_comment teacher_feedback grading_comment instructor_feedback": sentences(
        """{grade_comment} | Good work on {_low}; the argument is easy to follow. | Please show your
        steps in {_chapter}. | Participates well in class and helps others. | The report on {_low}
        needs more sources. | {grade_comment} Keep practising {_area}."""
    ),
    "assignment_description homework_description exam_description": sentences(
        """Answer all questions about {_low} and show your work. | Write two pages on {_low}. | \
          Solve
        the exercises on {_chapter_low} and hand them in on paper. | Work in pairs and present
        your results on {_low}. | Read the chapter first, then answer the questions."""
    ),
    "_chapter_low": words("probability|fractions|forces|electric circuits|poetry|functions"),
    "course_level difficulty_level": words("Beginner*4|Intermediate*4|Advanced*2"),
    "delivery_mode instruction_mode course_format": words("In person*5|Online*3|Hybrid*3"),
    "language_level cefr_level": words("A1|A2*2|B1*3|B2*3|C1*2|C2"),
    "scholarship_name scholarship award_name": words(
        """Merit Scholarship|Dean's Scholarship|STEM Excellence Award|Community Service Award|Need-
        Based Grant|First-Generation Scholarship|Arts Talent Award|International Student Grant"""
    ),
    "high_school school school_name elementary_school": titles(
        "school",
        """{_school_place} High School | {_school_place} Elementary School | {_school_place} Middle
        School | {_school_place} Academy | {_school_place} Montessori School""",
    ),
    "classroom_name room_name": words(
        """Room 101|Room 104|Room 212|Room 215|Room 308|Chemistry Lab|Music Room|Art \
          Studio|Gym|Physics
        Lab|Computer Lab 1|Computer Lab 2|Lecture Hall A|Lecture Hall B|Library|Auditorium"""
    ),
    "university university_name college college_name institution "
    "institution_name alma_mater": titles(
        "school_name",
        """{_school_place} University | University of {_school_place} | {_school_place} College
        | {_school_place} High School | {_school_place} Institute of Technology |
        {_school_place} Community College | {_school_place} Academy | {_school_place} Elementary \
          School |
        {_school_place} State University | {_school_place} Middle School""",
    ),
    "_school_place": words(
        """Ashford|Brookhaven|Cedar Valley|Dunmore|Eastfield|Fairview|Glenwood|Hartwell|Kingsbridge
        |Lakeside|Maple Grove|Northfield|Oakmont|Pinecrest|Riverton|Stonegate|Westbrook|Whitmore
        |Ellsworth|Granville|Harrow Hill|Juniper|Kenmore|Linwood|Marlborough|Norwood|Ravenna|Salem
        |Tremont|Union|Vernon|Wakefield|Yarmouth|Arden|Belmont|Carlton|Dover|Easton"""
    ),
    "thesis_title dissertation_title paper_topic": titles(
        "thesis_title",
        """The Role of {_thesis_factor} in {_thesis_field} | {_thesis_factor} and {_thesis_field}: A
        Comparative Study | Modelling {_thesis_field} with Limited Data | A Survey of
        {_thesis_factor} in {_thesis_field}""",
    ),
    "_thesis_factor": words(
        "Feedback|Motivation|Public Transport|Machine Learning|Social Networks|Soil Moisture|Trust"
    ),
    "_thesis_field": words(
        """Higher Education|Urban Planning|Primary Schools|Energy Markets|Crop Yields|Online
        Learning|Hospital Care|Small Firms"""
    ),
    "extracurricular club_activity activity_club": words(
        "Debate Club|Chess Club|School Band|Robotics Team|Drama Club|Student Council|Track and \
          Field"
    ),
    "question_type": words("Multiple choice*5|True or false*2|Short answer*2|Essay|Matching"),
}

CODES = {
    "student_number student_id matriculation_number student_no": shape(
        "S2%######", "20240####", "20230####", "U00######"
    ),
    "section_code section_number class_section": shape("00%", "A0%", "0%"),
}

DOMAIN = domain(
    "education",
    merge(COURSES, PROGRAMS, GRADES, QUIZ, TERMS, CODES),
    {
        "department": pick(COURSES, "academic_department"),
        "title": pick(COURSES, "course_title"),
        "code": pick(COURSES, "course_code"),
        "course lesson_course class": pick(COURSES, "course_title"),
        "grade": either(pick(GRADES, "letter_grade"), pick(GRADES, "final_score")),
        "score percentage mark marks points": pick(GRADES, "final_score"),
        "description": pick(TERMS, "course_description"),
        "feedback comment comments remarks": pick(TERMS, "teacher_comment"),
        "term": pick(TERMS, "semester"),
        "level": pick(TERMS, "course_level"),
        "lesson module chapter unit": pick(TERMS, "lesson_title"),
        "question text prompt": pick(QUIZ, "quiz_question"),
        "option choice answer_option answer": pick(QUIZ, "correct_answer"),
        "explanation": pick(QUIZ, "answer_explanation"),
        "qualification": pick(PROGRAMS, "degree_title"),
        "max_students class_size course_capacity": words("20|24|25*3|30*6|35|40*2|60*2|80|120|200"),
        "section": pick(CODES, "section_code"),
    },
    """assignment attendance concentration credit credits degree discipline distinction
    excuse institution institution_name letter major minor objective passed subject
    school course_name class_name section_title topic_title unit_title module_name
    question_type award_name final_score test_score subject_name section_number
    final_grade assessment_type evaluation_type""",
)
