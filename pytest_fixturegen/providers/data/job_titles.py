"""Names of jobs, in English."""

JOBS = (
    "Accountant", "Account Manager", "Administrative Assistant", "Architect", "Art Director", "Biologist", "Bookkeeper",
    "Business Analyst", "Carpenter", "Chef", "Chemist", "Civil Engineer", "Community Manager", "Construction Manager",
    "Consultant", "Content Strategist", "Copywriter", "Customer Success Manager", "Data Analyst", "Data Engineer",
    "Data Scientist", "Dentist", "DevOps Engineer", "Economist", "Editor", "Electrical Engineer", "Electrician",
    "Event Planner", "Executive Assistant", "Financial Analyst", "Frontend Developer", "Graphic Designer", "HR Manager",
    "Hotel Manager", "Illustrator", "Industrial Designer", "Interior Designer", "IT Support Specialist", "Journalist",
    "Laboratory Technician", "Landscape Architect", "Lawyer", "Librarian", "Logistics Coordinator", "Machine Operator",
    "Marketing Manager", "Mechanical Engineer", "Midwife", "Nurse", "Office Manager", "Operations Manager", "Optician",
    "Paralegal", "Pharmacist", "Photographer", "Physician", "Physiotherapist", "Plumber", "Procurement Specialist",
    "Product Designer", "Product Manager", "Project Manager", "Psychologist", "Public Relations Officer", "QA Engineer",
    "Real Estate Agent", "Receptionist", "Recruiter", "Research Assistant", "Retail Manager", "Sales Representative",
    "School Counselor", "Security Engineer", "Senior Software Engineer", "Site Reliability Engineer", "Social Worker",
    "Software Engineer", "Solutions Architect", "Sound Engineer", "Statistician", "Store Manager", "Supply Chain Analyst",
    "Systems Administrator", "Tax Advisor", "Teacher", "Technical Writer", "Translator", "Truck Driver", "UX Researcher",
    "Veterinarian", "Video Editor", "Warehouse Supervisor", "Web Developer", "Welder",
)  # fmt: skip
