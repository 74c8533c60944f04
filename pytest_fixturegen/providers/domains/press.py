"""News and journalism: articles, headlines, newsrooms, magazines."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    merge,
    number,
    pick,
    sentences,
    table,
    titles,
    words,
)

SECTIONS = table(
    "news_section",
    """news_section news_category article_category article_section news_desk beat
    | _news_subject | _news_action | _news_detail | news_tag article_tag""",
    """
    Local | City Council ; Riverside District ; Harbor Authority ; Fire Department | Approves New \
      Bike Lanes ; Delays Bridge Repairs ; Opens Public Garden ; Plans Night Buses | residents \
      had asked for the change for years | city
    Politics | Parliament ; Opposition ; Regional Government | Debates Housing Bill ; Agrees on \
      Budget ; Rejects Reform of Pensions ; Calls for Inquiry | the vote is expected before the \
      summer | politics
    Business | Regional Bank ; Furniture Maker ; Rail Operator ; Software Firm | Reports Record \
      Profit ; Cuts 200 Jobs ; Opens Second Plant ; Buys Smaller Rival | shares rose slightly in \
      early trading | economy
    Technology | Chip Maker ; Start-up ; Research Team | Presents Faster Battery ; Fixes Security \
      Hole ; Tests Driverless Bus | first deliveries are planned for next year | tech
    Sports | Riverton FC ; Coach ; Swimming Team ; Marathon Winner | Wins in Extra Time ; Signs \
      Two-Year Deal ; Misses Final by Seconds ; Returns After Injury | fans celebrated until \
      midnight | sport
    Culture | Museum ; Film Festival ; City Orchestra | Shows Forgotten Painter ; Opens With \
      Silent Film ; Names New Conductor | tickets are available from Monday | arts
    Science | Astronomers ; Biologists ; Climate Researchers | Find Distant Water Vapor ; Count \
      Returning Otters ; Warn of Dry Summers | the study appeared on Thursday | science
    Health | Hospital ; Health Agency ; Nursing School | Opens Children's Ward ; Recommends New \
      Vaccine ; Reports Fewer Infections | patients should ask their doctor | health
    Weather | Storm ; Heat Wave ; Early Snow | Hits the Coast ; Closes Schools ; Disrupts Rail \
      Traffic | temperatures fall from Friday | weather
    Education | School Board ; University ; Teachers' Union | Extends Lunch Break ; Lowers Fees ; \
      Asks for Smaller Classes | the plan takes effect in autumn | schools
    """,
)

TEXTS = {
    "article_title article_headline news_title news_headline story_headline headline_text "
    "press_release_title blog_title blog_post_title": titles(
        "article_title",
        """{_news_subject} {_news_action} | {_news_subject} {_news_action} {_news_when} | Why
        {_news_question} | {_news_subject} {_news_action}: {_news_what} | {_news_kicker}:
        {_news_subject} {_news_action} | What {_news_question_two} Means for {_news_whom}""",
    ),
    "_news_when": words("After Long Debate|Before Elections|Again|This Week|Despite Protests"),
    "_news_question": words(
        """Rents Keep Rising|the Trains Are Late|Bees Return to the City|Fewer Students Choose
        Physics|Bakers Start at Noon|the River Turned Green|Libraries Are Full"""
    ),
    "_news_question_two": words("the New Budget|the Ruling|the Heat|the Merger|the Strike"),
    "_news_whom": words("Commuters|Tenants|Families|Farmers|Small Shops|Students"),
    "_news_what": words("What We Know|Five Questions|The Reactions|A Timeline|The Numbers"),
    "_news_kicker": words("Analysis|Interview|Opinion|Live|Exclusive|Report"),
    "article_subtitle subheadline dek standfirst article_summary lede article_excerpt": sentences(
        """The decision came late on {_weekday}; {_news_detail}. | Officials said on {_weekday} that
        {_news_detail}. | A closer look at {_news_section_low} stories of the week; \
          {_news_detail}."""
    ),
    "_weekday": words("Monday|Tuesday|Wednesday|Thursday|Friday|Sunday"),
    "_news_section_low": words("local|regional|national"),
    "article_text news_text article_content": sentences(
        """{_news_city} – Officials announced the step on {_weekday} after weeks of talks. According
        to a spokesperson, {_news_detail}. Critics said that the plan was not enough. | On
        {_weekday}, the first results were published in {_news_city}. They show that {_news_detail}.
        A second report is due in autumn. | It was a long evening in {_news_city}. In the end,
        {_news_detail}, and both sides spoke of a fair compromise."""
    ),
    "_news_city": words("Riverton|Ashford|Northgate|Lakeside|Westmere|Oakdale|Kingsport"),
    "news_source newspaper publication publication_name media_outlet news_outlet magazine "
    "magazine_name journal_name_of_press": words(
        """Daily Courier*2|The Riverton Post*2|Harbor Gazette|Morning Ledger|The Northern Times|City
        Herald|Weekly Observer|Lakeside Tribune|The Evening Standard Example|Meridian Review"""
    ),
    "byline": words(
        """By Mara Holloway|By Jonah Crane|By Ines Rowe|By Theo Lindgren|By Nadia Hart|By Cole
        Navarro|By Freya Marsh|By our correspondent"""
    ),
    "dateline": words("RIVERTON|ASHFORD|NORTHGATE|LAKESIDE|WESTMERE|OAKDALE"),
    "article_type content_format story_type": words(
        "News*6|Feature*3|Opinion*2|Interview*2|Review"
    ),
    "photo_credit image_credit credit_line": words(
        "Photo: Mara Vale|Photo: Staff|Courtesy of the museum|Photo: Jonah Hart|Archive"
    ),
    "photo_caption_of_press image_caption picture_caption": sentences(
        """The new bridge in {_news_city} on {_weekday}. | Visitors in {_news_city} on {_weekday}. |
        A view of {_news_city} from the river. | The crowd in front of the town hall."""
    ),
    "editorial_status": words("Published*7|Draft*3|In review*2|Scheduled|Archived"),
    "bias_rating sentiment_label sentiment": words("Neutral*6|Positive*4|Negative*3"),
}

DOMAIN = domain(
    "press",
    merge(SECTIONS, TEXTS),
    {
        "title headline": pick(TEXTS, "article_title"),
        "section category desk": pick(SECTIONS, "news_section"),
        "subtitle summary excerpt abstract lead description": pick(TEXTS, "article_subtitle"),
        "content body text": pick(TEXTS, "article_text"),
        "caption": pick(TEXTS, "image_caption"),
        "source outlet": pick(TEXTS, "news_source"),
        "tag keyword topic": pick(SECTIONS, "news_tag"),
        "word_count": number(120, 620, 3200),
        "reading_time_minutes read_time reading_time": number(1, 4, 16),
    },
    """publication magazine beat sentiment article_type dek lede credit_line newspaper
    content_format""",
)
