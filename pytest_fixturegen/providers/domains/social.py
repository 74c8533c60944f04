"""Social media: posts, comments, stories, profiles."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    merge,
    pick,
    sentences,
    split,
    titles,
    words,
)

TEXTS = {
    "post_text post_content post_caption photo_caption post_body status_update tweet "
    "tweet_text story_text": sentences(
        """{_open} {_scene}. {_close} | {_open} {_scene} and {_scene_two}. | {_open} {_scene}.
        {_scene_high}. | {_feeling} {_about_post}. {_ask} | {_feeling} {_about_post}. {_close} |
        {_time_post} {_scene}. {_close} | {_time_post} {_about_post} and {_scene_two}. |
        {_count_post} years of {_about_post}, and still {_state_post}. | {_unpopular} {_opinion}. |
        {_unpopular} {_opinion}. {_ask} | {_thanks} {_whom_post} for {_gift_post}. | {_tried}
        {_recipe_post} {_time_low}. {_verdict_post} | {_person_post} and {_scene}. {_close} |
        {_person_post}, {_scene_two}, {_feeling_low}. {_close} | {_about_first} {_time_low}:
        {_feeling_low}. | {_about_first} with {_whom_post}. {_close} | {_scene_high} {_time_low}.
        {_verdict_post}"""
    ),
    "_person_post": words(
        """My mother|Our dog|The neighbors|Grandma|My brother|The whole class|Our cat|The team|Me at
        six|Two strangers|My flatmate|Half the village|The kids|Uncle Tom"""
    ),
    "_about_first": words(
        """Sourdough|Bouldering|Vinyl records|Board games|Trail running|Watercolors|Night trains
        |Pottery|Beekeeping|Cold swims|Karaoke|Yoga|Chess|Stargazing"""
    ),
    "_open": words(
        """Finally|Just|So happy about|Still thinking about|Back from|Ready for|In love with|Proud
        of|Grateful for|A little update on|Can't stop smiling about|Nothing beats|Today:"""
    ),
    "_scene": words(
        """the first coffee on the balcony|a long walk along the river|our new bookshelf|a weekend
        without screens|the concert last night|homemade bread|the view from platform nine|ten
        kilometers before breakfast|a picnic in the rain|the old camera|a late train home|the last
        tomatoes of the year|an evening with old friends|the new trail behind the lake"""
    ),
    "_scene_high": words(
        """Sunday market, two bags full|Rain all day, soup all day|First snow of the year|New
        haircut, same chaos|Three hours of gardening|Moved into the new studio|My sister's
        wedding|Found this bookshop by accident|Last day at the old job|Sunset from the office
        roof|Dog met a hedgehog|Half marathon done|Painting the kitchen green|Open water at six in
        the morning"""
    ),
    "_scene_two": words(
        """no plans for tomorrow|cake for dinner|a playlist from 2009|too many plants|the best
        company|muddy shoes|an empty inbox|a very sleepy cat|the lights of the harbor"""
    ),
    "_close": words(
        """More soon.|Worth every minute.|Would do it again.|Good night!|See you there.|What a
        week.|Photos tomorrow.|10/10.|Best decision this month.|No filter.|Happy Friday!
        |Recipe in the comments.|Who is in?"""
    ),
    "_feeling": words(
        """Mixed feelings about|Deep into|Learning a lot about|Obsessed with|Starting over with
        |Slowly getting better at|Giving up on|Curious about|Taking a break from"""
    ),
    "_feeling_low": words("so grateful|pure joy|a little tired|at home again|what a day"),
    "_about_post": words(
        """sourdough|film photography|bouldering|urban gardening|vintage bikes|learning
        Portuguese|slow mornings|vinyl records|board games|trail running|watercolors|the piano
        |open source|beekeeping|cold swims|night trains"""
    ),
    "_ask": words(
        """Any tips?|What do you think?|Where do I start?|Who else?|Recommendations, please!|Am I
        the only one?|Tell me yours.|What should I read next?|Left or right?"""
    ),
    "_ask_first": words("Does anyone here know about|Who wants to talk about|Where do you learn"),
    "_time_post": words(
        "Today's plan:|Weekend mood:|Monday again:|Throwback to|Tonight:|This \
      week:"
    ),
    "_time_low": words(
        "last night|this weekend|for the first time|on a rainy Sunday|with the \
      kids"
    ),
    "_count_post": words("Two|Three|Five|Seven|Ten"),
    "_state_post": words("a beginner|happy|nervous before every start|learning|in love with it"),
    "_unpopular": words("Unpopular opinion:|Reminder:|Small joy:|Note to self:|Fun fact:"),
    "_opinion": words(
        """pancakes are a dinner|paper maps are better|nobody needs more than five tabs|rain makes
        the best naps|the second coffee is the best one|every city needs more benches|letters
        beat messages|winter is for soup"""
    ),
    "_opinion_high": words(
        """Small concerts are the best concerts|Every bus stop needs a roof|Leftovers taste better
        |Libraries are the best invention|Early trains are magical|Old sweaters are the warmest"""
    ),
    "_thanks": words("Thank you,|Big thanks to|So much love to|Shoutout to"),
    "_whom_post": words(
        "the whole team|my neighbors|everyone who came|our volunteers|the night shift|my parents"
    ),
    "_gift_post": words("last night|the kind messages|a wonderful year|the surprise|your patience"),
    "_tried": words("Tried|Made|Attempted|Baked|Cooked"),
    "_recipe_post": words(
        "cinnamon rolls|ramen|focaccia|pumpkin risotto|dumplings|lemon cake|pickles|shakshuka"
    ),
    "_verdict_post": words(
        "Total success.|Next time with more salt.|Kitchen survived.|Gone in ten minutes.|Never \
          again."
    ),
    "_tag": words("#weekend|#slowliving|#homemade|#outdoors|#smallwins|#goodmorning|#mood"),
    "post_title forum_title thread_title discussion_title topic_title": titles(
        "post_title",
        """{_ask_first} {_about_post}? | My first year of {_about_post} | Tips for {_about_post} for
        beginners | What I learned from {_about_post} | {_unpopular} {_opinion} | Looking for people
        interested in {_about_post} | {_about_post_high}: where to start? | {_feeling} \
          {_about_post} | {_opinion_high} | Show us your
        {_show_post} | Weekly thread: {_about_post}""",
    ),
    "_about_post_high": words("Sourdough|Bouldering|Film photography|Night trains|Watercolors"),
    "_show_post": words("desk|garden|latest project|bookshelf|bike|favorite mug|workshop"),
    "comment_text comment_content comment_body reply_text reply_content": sentences(
        """{_praise_c} | {_praise_c} {_follow_c} | {_follow_c} | {_same_c} {_scene}! | {_agree_c}
        {_follow_c} | {_same_c} {_about_post} too. {_praise_c} | {_question_c}"""
    ),
    "_praise_c": words(
        """Love this!|So good.|Looks amazing!|Congratulations!|This made my day.|Beautiful shot.
        |Well deserved!|Haha, perfect.|Wow, what a view.|Need this recipe!|Goals."""
    ),
    "_agree_c": words(
        "Totally agree.|Not so sure about that.|Exactly this.|Same here.|Hard \
      disagree."
    ),
    "_follow_c": words(
        """Where was this taken?|Save me a piece.|We should do this together.|Count me in next
        time.|Please share more.|Miss you all!|See you on Saturday?|How long did it take?|Sending
        this to my brother."""
    ),
    "_same_c": words("I need|We also tried|Can't get enough of|Also thinking about|Here for"),
    "_question_c": words(
        """Which lens did you use?|Is the place open in winter?|Can I bring my dog?|Do you ship to
        Canada?|What is the name of the song?|How do I join?"""
    ),
    "video_title reel_title clip_title video_name": titles(
        "video_title",
        """{_tried} {_recipe_post} {_time_low} | {_count_post} things about {_about_post} | A day of
        {_about_post} | {_about_post_high} in 60 seconds | How I got into {_about_post} | My
        {_show_post} tour""",
    ),
    "profile_bio user_bio": sentences(
        """{_role_bio}. {_likes_bio}. | {_likes_bio} | {_role_bio} | {_role_bio} and part-time
        {_hobby_bio}. | {_likes_bio}. Opinions are my own. | {_role_bio}. {_hobby_bio_high}. Based
        in {_city_bio}."""
    ),
    "_role_bio": words(
        """Nurse|Teacher|Software developer|Father of two|Student of architecture|Freelance
        illustrator|Baker|Cyclist|Journalist|Mother, runner, reader|Chef|Marine biologist"""
    ),
    "_likes_bio": words(
        "Coffee, trains and old maps|Books and bad puns|Dogs over people|Trying to grow tomatoes"
    ),
    "_hobby_bio": words("gardener|potter|climber|drummer|bird watcher|photographer"),
    "_hobby_bio_high": words("Mostly outdoors|Always hungry|Learning to surf|Film only"),
    "_city_bio": words("Lisbon|Denver|Leeds|Malmö|Toronto|Austin|Ghent|Turin"),
}

LISTS = {
    "hashtag post_tag trending_topic trend": words(
        """travel|foodie|photography|fitness|nature|art|music|fashion|sunset|coffee|books|running
        |homemade|weekend|throwback|design|garden|streetphotography|vegan|climbing|motivation
        |smallbusiness|catsofinstagram|hiking|diy|interior|wellness|baking|citylife|ocean"""
    ),
    "mention mentioned_user tagged_user": sentences(
        """@{_handle}{_digits} | @{_handle}_{_handle_end} | @{_handle}.{_handle_end}{_digits}
        | @{_handle_end}_{_handle}"""
    ),
    "_handle": words(
        """mara|jonas|tessa|leo|nina|kofi|anna|silas|freya|omar|vera|tomas|ines|rhys|yuna|theo|nadia
        |milo|juno|elias"""
    ),
    "_handle_end": words("vale|rides|reads|bakes|writes|runs|outside|studio|photo|sings|r|w|lund"),
    "_digits": words("7|12|21|34|48|55|63|79|84|91|99|102|2000"),
    "visibility privacy audience_type post_privacy": words(
        "public*7|followers*3|friends*2|private"
    ),
    "reaction_type reaction": words("like*8|love*4|haha*2|wow|sad|angry"),
    "media_type post_type attachment_kind": words("image*5|video*3|text*4|link|carousel"),
    "social_platform social_network social_media platform_name": words(
        "Instagram*4|Facebook*3|TikTok*3|X*2|LinkedIn*2|YouTube*2|Threads|Mastodon"
    ),
    "report_reason flag_reason moderation_reason": words(
        """Spam*5|Harassment*2|Hate speech|Nudity|False information*2|Violence|Copyright
        |Impersonation|Self-harm"""
    ),
    "moderation_action moderation_status": words("Approved*6|Removed*2|Pending*2|Warned|Hidden"),
    "filter photo_filter": words("None*6|Clarendon|Juno|Lark|Mono|Warm|Noir"),
    "notification_type notification_kind": words(
        "like*5|comment*4|follow*3|mention*2|message*3|share"
    ),
    "notification_text notification_message notification_body": sentences(
        """{_name_n} liked your post. | {_name_n} commented: "{_praise_c}" | {_name_n} started
        following you. | {_name_n} mentioned you in a comment. | You have {_n_count} new messages.
        | {_name_n} and {_n_count} others liked your photo."""
    ),
    "_name_n": words("Mara|Jonas|Tessa|Leo|Nina|Kofi|Anna|Silas|Freya|Omar|Vera|Tomas"),
    "_n_count": words("2|3|4|5|7|9|12|18"),
    "emoji": words("👍*4|❤️*4|😂*3|🎉*2|🔥*2|😍|🙏|👏"),
    "relationship_status": words("Single*4|In a relationship*4|Married*3|It's complicated"),
    "pronouns": words("she/her*5|he/him*5|they/them*2"),
    "community_name group_title subreddit": words(
        """Urban Gardeners|Film Photography Club|Night Train Fans|Beginner Runners|Sourdough
        Friends|Board Game Sundays|Open Water Swimmers|City Cyclists|Watercolor Circle"""
    ),
}

AMBIGUOUS, PLAIN = split(
    LISTS, "visibility media_type filter moderation mention emoji notification relationship"
)

DOMAIN = domain(
    "social",
    merge(TEXTS, PLAIN),
    merge(
        AMBIGUOUS,
        {
            "content text body caption": pick(TEXTS, "post_text"),
            "comment reply": pick(TEXTS, "comment_text"),
            "title": pick(TEXTS, "post_title"),
            "bio about": pick(TEXTS, "profile_bio"),
            "tag topic": pick(LISTS, "hashtag"),
            "platform": pick(LISTS, "social_platform"),
            "message": pick(LISTS, "notification_text"),
            "reason": pick(LISTS, "report_reason"),
        },
    ),
    """reaction trend pronouns video_title video_name clip_title topic_title
    community_name group_title post_body post_tag profile_bio platform_name thread_title""",
)
