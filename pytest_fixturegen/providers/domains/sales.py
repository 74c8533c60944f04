"""Sales: leads, opportunities, activities, customers of a CRM."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    merge,
    number,
    pick,
    sentences,
    shape,
    split,
    table,
    titles,
    words,
)

FIRM_NAMES = """Northgate Bluewater Cedar Halcyon Redstone Summit Orchard Pinnacle Lakeshore \
  Harborview
Tallgrass Ironbridge Silverline Juniper Eastwind Granite Willow Falcon Copperfield Meadow""".split()
FIRM_KINDS = """Foods Marine Clinics Media Builders Sports Schools Hotels Bank Labs Energy Motors
Telecom Pharmacies Travel Security Homes Logistics Press Dairy""".split()

ACCOUNTS = table(
    "sales_account",
    "account_name customer_account",
    "\n".join(f"{name} {kind}" for name in FIRM_NAMES for kind in FIRM_KINDS),
)

LISTS = {
    "lead_source source_of_lead referral_source acquisition_channel acquisition_source "
    "lead_origin how_did_you_hear": words(
        """Website form*6|Referral*5|Trade show*2|LinkedIn*3|Cold call*2|Google Ads*3|E-mail
        campaign*2|Partner*2|Webinar*2|Organic search*3|Social media|Inbound call"""
    ),
    "company_size employee_range number_of_employees_range size_of_company employees_range": words(
        "1-10*5|11-50*6|51-200*5|201-500*3|501-1000*2|1001-5000*2|5000+"
    ),
    "industry business_industry vertical sector industry_name": words(
        """Software*4|Manufacturing*3|Healthcare*3|Retail*3|Financial Services*2|Education*2
        |Construction*2|Logistics*2|Hospitality|Energy|Telecommunications|Real Estate|Media|Food
        and Beverage*2|Professional Services*2|Automotive|Nonprofit|Public Sector"""
    ),
    "lost_reason loss_reason closed_lost_reason reason_lost lost_reason_text": words(
        """Price too high*5|Chose a competitor*4|No budget*4|No decision*3|Bad timing*2|Missing
        features*3|Went silent*3|Project cancelled*2|Contact left the company|Not a fit"""
    ),
    "win_reason won_reason closed_won_reason": words(
        "Best price|Product fit*3|Existing relationship*2|Fast delivery|Support quality|References"
    ),
    "churn_reason cancellation_reason_of_customer": words(
        """Too expensive*4|Not using it enough*4|Missing features*3|Switched to a competitor*3
        |Company closed|Poor support|Technical problems*2|Seasonal business"""
    ),
    "competitor competitor_name competing_vendor main_competitor": words(
        """Brightpath|Nordsoft|Vantage Cloud|Clearwell Systems|Pipelane|Datum & Co|Quorum Software
        |Leadworks|Orbital CRM|Fieldnote|Basecraft|Tallgrass Systems"""
    ),
    "next_step next_action next_best_action": titles(
        "next_step",
        """Send the {_sales_paper} {_sales_when} | Send the {_sales_paper} to the
        {_sales_person} | Schedule a {_sales_meeting} with the {_sales_person} | Call back \
          {_sales_when} | Follow
        up on the {_sales_paper} {_sales_when} | Prepare the {_sales_paper} | Introduce the
        {_sales_person} | Get approval from the {_sales_person} | Agree on a start date | Review the
        {_sales_paper} with the {_sales_person}""",
    ),
    "_sales_paper": words(
        """proposal|revised quote|contract|case study|security questionnaire|pricing sheet|order
        form|draft agreement|product brochure|implementation plan"""
    ),
    "_sales_meeting": words(
        "demo|discovery call|kick-off meeting|technical workshop|pricing call|site visit|trial"
    ),
    "_sales_when": words("next Monday|on Thursday|next week|after the holidays|on Friday morning"),
    "_sales_person": words(
        "finance director|IT lead|procurement team|head of operations|founder|account manager"
    ),
    "activity_subject call_subject meeting_subject task_subject activity_title activity_name "
    "engagement_subject": titles(
        "activity_subject",
        """Call about the {_sales_paper} {_sales_when} | Call with the {_sales_person} about
        {_sales_topic} | Discuss the {_sales_paper} with the {_sales_person} | \
          {_sales_meeting_high} with the {_sales_person} | \
          Follow-up
        after the {_sales_meeting} | Send the {_sales_paper} | E-mail: {_sales_paper_high} | Intro
        call with the {_sales_person} | Check in on the {_sales_paper} | Discuss {_sales_topic} | \
          Review
        {_sales_topic} with the {_sales_person} | Meeting on {_sales_topic} {_sales_when} | Plan \
          the {_sales_meeting} | Quote
        for {_sales_product}""",
    ),
    "_sales_meeting_high": words("Demo|Meeting|Review call|Kick-off|Intro call|Follow-up"),
    "_sales_paper_high": words(
        "proposal and next steps|updated quote|contract for review|case \
      study"
    ),
    "_sales_topic": words(
        """the renewal|pricing|the rollout plan|open questions|contract terms|the pilot results
        |integration|the support package|volume discounts|the training schedule"""
    ),
    "_sales_product": words(
        """50 seats|the annual plan|spare parts|the support package|ten terminals|the starter kit
        |premium support|the data module"""
    ),
    "deal_name opportunity_name deal_title opportunity_title deal opportunity": titles(
        "deal_name",
        """{account_name} - {_deal_product} | {account_name} {_deal_product} | {_deal_product} for
        {account_name} | {account_name}: {_deal_kind} {_deal_year} | {account_name} {_deal_kind} |
        {_deal_kind} - {account_name} | {account_name} - {_deal_product} {_deal_year}""",
    ),
    "_deal_product": words(
        """Annual License|CRM Rollout|Fleet Upgrade|Support Package|Pilot Project|Data Migration
        |Website Relaunch|50 Seats|Warehouse Scanners|Training Program|Security Audit|POS Terminals
        |Marketing Retainer|Analytics Add-on|Platform Subscription"""
    ),
    "_deal_kind": words("Renewal|Expansion|New Business|Upsell|Pilot|Framework Deal"),
    "_deal_year": words("2024|2025|2026|Q1|Q2|Q3|Q4"),
    "deal_type opportunity_type": words("New business*6|Renewal*3|Upsell*2|Expansion*2"),
    "deal_stage sales_stage pipeline_stage opportunity_stage": words(
        "Prospecting*4|Qualification*4|Proposal*3|Negotiation*2|Closed won*4|Closed lost*3"
    ),
    "forecast_category": words("Pipeline*5|Best case*3|Commit*2|Closed*3|Omitted"),
    "lead_status": words("New*5|Contacted*4|Qualified*3|Converted*2|Lost*2|Nurturing"),
    "lead_rating lead_temperature": words("Hot*2|Warm*4|Cold*4"),
    "lifecycle_stage customer_stage": words(
        "Subscriber*2|Lead*4|Marketing qualified lead*2|Sales qualified lead|Customer*5|Evangelist"
    ),
    "pipeline_name pipeline sales_pipeline": words("New Business|Renewals|Partners|Enterprise|SMB"),
    "territory sales_territory sales_region": words(
        "North America East|North America West|DACH|Nordics|UK & Ireland|Iberia|Benelux|APAC"
    ),
    "customer_segment segment market_segment account_segment": words(
        "Small business*5|Mid-market*4|Enterprise*3|Startup*2|Public sector"
    ),
    "account_type customer_type client_type": words("Customer*6|Prospect*4|Partner*2|Reseller"),
    "account_tier customer_tier": words("Standard*6|Gold*3|Silver*3|Platinum"),
    "call_outcome call_result activity_outcome meeting_outcome call_disposition": words(
        """Connected*4|Left a voicemail*4|No answer*5|Meeting booked*3|Not interested*2|Wrong number
        |Call back later*3|Sent information*2|Interested*2"""
    ),
    "activity_type touchpoint_type interaction_type engagement_type": words(
        "Call*5|E-mail*6|Meeting*4|Task*2|Demo|Note*2"
    ),
    "call_notes meeting_notes activity_notes lead_notes account_notes sales_notes "
    "interaction_notes": sentences(
        """Spoke with the {_sales_person}; wants {_sales_topic} settled before signing. | Interested
        in {_sales_product}, asked for the {_sales_paper}. | No answer, will try again
        {_sales_when}. | Happy with the {_sales_meeting}; next step is the {_sales_paper}. | Budget
        is confirmed, decision by the {_sales_person} {_sales_when}. | Concerned about
        {_sales_topic}. Sent the {_sales_paper}. | Currently with another supplier until the end of
        the year. | Asked for references before discussing {_sales_topic}."""
    ),
    "pain_point customer_need business_need": words(
        """Manual reporting|Slow response times|Data in several systems|High shipping cost|No
        overview of stock|Long onboarding|Missed renewals|Paper forms|Low conversion"""
    ),
    "contact_role buying_role decision_role stakeholder_role": words(
        "Decision maker*4|Influencer*3|Champion*2|Economic buyer|Technical buyer*2|End user*2"
    ),
    "preferred_contact_method contact_method preferred_channel contact_preference": words(
        "E-mail*6|Phone*4|SMS|WhatsApp|Mail"
    ),
    "quote_title proposal_title quote_name": titles(
        "quote_title",
        """Quote for {_deal_product} | Proposal: {_deal_product} for {account_name} | Offer
        {_deal_year}: {_deal_product} | {account_name} {_deal_product} Proposal""",
    ),
    "campaign_type": words(
        "E-mail*4|Webinar*2|Trade show*2|Paid search*2|Social media*2|Direct \
      mail"
    ),
}

CODES = {
    "quote_number quotation_number quote_no": shape("Q-#####", "QUO-2025-####"),
    "lead_number lead_no lead_code": shape("L-######", "LD#####"),
    "opportunity_number deal_number": shape("OPP-#####", "D-#####"),
    "account_code customer_code client_code": shape("ACC-####", "C#####", "@@@-####"),
}

AMBIGUOUS, PLAIN = split(
    LISTS, "territory pipeline_name customer_segment account_type activity_type account_tier"
)

DOMAIN = domain(
    "sales",
    merge(PLAIN, CODES),
    merge(
        ACCOUNTS,
        AMBIGUOUS,
        {
            "account company_account organization_name": pick(ACCOUNTS, "account_name"),
            "subject title": pick(LISTS, "activity_subject"),
            "outcome result disposition": pick(LISTS, "call_outcome"),
            "source channel": pick(LISTS, "lead_source"),
            "notes note comment comments description": pick(LISTS, "call_notes"),
            "reason": pick(LISTS, "lost_reason"),
            "rating temperature": pick(LISTS, "lead_rating"),
            "stage": pick(LISTS, "deal_stage"),
            "competitor": pick(LISTS, "competitor_name"),
            "amount deal_value deal_amount estimated_value": number(1200, 18500, 480000),
        },
    ),
    """deal opportunity vertical sector competitor segment referral_source
    activity_title activity_name campaign_type task_subject meeting_subject next_action
    pipeline interaction_type activity_outcome contact_role preferred_channel
    activity_notes call_subject engagement_type call_result opportunity_type
    employees_range client_code""",
)
