"""Scales: levels, grades, classes and ranges, by the last word of a name or by more of it."""

from __future__ import annotations

SCALES = """
level degree: low*3|medium*4|high*2
energy_level activity_level: low|moderate*3|high*2|very high
education_level: High school*3|Bachelor's degree*4|Master's degree*2|Doctorate|Associate degree
experience_level seniority seniority_level career_level: entry*2|junior*2|mid*3|senior*3|lead
difficulty difficulty_level: easy*4|medium*4|hard*2
skill_level proficiency proficiency_level: beginner*2|intermediate*4|advanced*3|expert
language_level cefr_level: A1|A2*2|B1*3|B2*3|C1*2|C2
access_level permission_level: read*4|write*3|admin
service_level: standard*4|express*2|priority|economy
support_level support_tier: standard*4|premium*2|enterprise
membership_level membership_tier loyalty_tier loyalty_level loyalty_status customer_tier:
  Bronze*4|Silver*3|Gold*2|Platinum
risk_level risk_class risk_rating risk_category risk: low*5|medium*3|high
threat_level alert_level warning_level: low*4|guarded|elevated*2|high
noise_level sound_level: quiet*3|moderate*3|loud
stock_level_label: in stock*5|low stock*2|out of stock
grade_level school_grade: Grade 1|Grade 2|Grade 3|Grade 4|Grade 5|Grade 6|Grade 7|Grade 8
confidence_level confidence: low|medium*3|high*4
severity: low*3|medium*4|high*2|critical
impact urgency: low*3|medium*4|high*2
clearance_level classification_level: public*2|internal*4|confidential*3|restricted
security_level: standard*4|high*2|maximum
maturity: initial|developing*2|defined*3|managed*2|optimized
water_level: low*2|normal*5|high
spice_level spiciness heat_level: mild*3|medium*4|hot*2
grade: A*2|A-*2|B+*3|B*3|B-*2|C+*2|C|D
pay_grade salary_grade job_grade: G3|G4*2|G5*3|G6*3|G7*2|G8|M1|M2
material_grade steel_grade: S235|S355*2|304*2|316|A36
fuel_grade: Regular*4|Midgrade|Premium*2|Diesel*2
quality quality_grade quality_level: standard*4|good*3|premium*2
condition_grade: A|B*3|C*2|D
letter_grade final_grade: A*2|A-*2|B+*3|B*3|B-*2|C+*2|C|D|F
class: A|B|C
travel_class cabin_class seat_class fare_class booking_class: Economy*6|Premium Economy
  |Business*2|First
energy_class energy_rating efficiency_class: A*2|B*3|C*3|D*2|E|F
social_class income_class: lower|middle*4|upper
weight_class: Lightweight*2|Welterweight*2|Middleweight*2|Heavyweight
vehicle_class car_class: Economy*3|Compact*3|Midsize*3|SUV*2|Luxury
hazard_class: 3|4.1|5.1|6.1|8*2|9*2
tier: standard*4|plus*2|premium
price_tier price_level price_range price_band: $|$$*3|$$$*2|$$$$
rank: member*3|senior*2|expert|leader
military_rank: Private*2|Corporal*2|Sergeant*2|Lieutenant|Captain|Major
rating: good*4|very good*3|fair*2|excellent*2|poor
credit_rating: AAA|AA|A*2|BBB*3|BB*2|B
content_rating age_rating film_rating movie_rating: G*2|PG*3|PG-13*4|R*2
scale: 1:100*2|1:500|1:1000*2|1:25000
performance_rating: Meets expectations*5|Exceeds expectations*3|Needs improvement|Outstanding
age_group age_range age_band age_bracket: 0-17|18-24*2|25-34*4|35-44*4|45-54*3|55-64*2|65+*2
income_range income_band income_bracket income_level: under $25,000|$25,000-$49,999*3
  |$50,000-$74,999*3|$75,000-$99,999*2|$100,000 or more*2
salary_range salary_band: $40,000-$55,000*2|$55,000-$75,000*3|$75,000-$95,000*3|$95,000-$130,000*2
company_size organization_size organisation_size employer_size team_size_range employee_range
  employees_range business_size num_employees_range headcount_range: 1-10*3|11-50*5|51-200*4
  |201-500*2
  |501-1000|1001-5000|5000+
budget_range deal_size: under $5,000*2|$5,000-$25,000*4|$25,000-$100,000*3|over $100,000
time_range time_slot timeslot slot_time: 08:00-10:00*2|10:00-12:00*3|12:00-14:00*2|14:00-16:00*3
  |16:00-18:00*2
"""
"""Scales, by the last word of a name or by more of it."""
