"""Frames of prose: what a log, a ticket, a review or a note says.

A line is one or two sentences. ``[a|b]`` is one of several texts; ``{city}`` is what the record
shows of its facts, and ``#`` a digit that is not zero.
"""

from __future__ import annotations

REGISTERS: dict[str, str] = {
    "log": """
        [Request|Call|Query] to [/api/orders|/api/users|/login|/search|/checkout] completed in
          ##[ms|0ms]
        [Started|Finished|Scheduled] job [nightly-backup|send-reminders|import-orders
          |refresh-cache] in [worker-#|queue default]
        Connection to [database|redis|message broker|payment gateway] [established|closed
          |restored after # retries|refused, retrying in #s]
        User #### [logged in|logged out|updated the profile|requested a password reset|failed to
          log in]
        [Cache|Session|Token] for user #### [expired|refreshed|not found]
        Processed ### [records|events|messages] in #.# s, # [failed|skipped]
        [Retrying|Gave up on] [delivery of webhook|upload of report|payment request] after #
          attempts
        Failed to [send e-mail|parse request body|write file|acquire lock]: [timed out|permission
          denied|invalid format|no space left]
        [Loaded|Reloaded] configuration from [/etc/app/config.yml|environment|config service]
        Server [started|stopped|listening] on port 80#0
        Order #### [created|paid|shipped|cancelled] by user ###
        Disk usage at 9#% on [/var|/data|/], [cleaning up|alert sent]
        Slow query: ###0 ms on table [orders|events|users|invoices]
        [Received|Sent] ## messages [from|via] [orders|emails|events] queue
        Request failed with status [500|502|503|404]: [upstream timed out|service unavailable
          |resource not found]
        """,
    "alert": """
        [CPU|Memory|Disk] usage above [80|85|90|95] % on [web-0#|db-0#|worker-0#] for ## minutes
        [Error rate|Latency|Queue length] of [checkout|search|payments|login] above its threshold
        [Temperature|Pressure|Humidity|Voltage] outside the allowed range, [check the sensor
          |operator notified]
        [Backup|Certificate renewal|Health check] of [database|api|gateway] failed [twice|# times
          in a row]
        No data received from [sensor|device|host] for ## minutes
        [Unusual|Repeated] sign-in attempts from [a new location|one address], account locked
        Battery below [10|15|20] %, [replace soon|device will shut down]
        Response time of [the portal|the API|search] exceeded # seconds
        """,
    "commit": """
        [Fix|Handle|Prevent] [crash|error|timeout|wrong total] when [the cart is empty|the
          session expires|a file is missing|two users edit at once]
        [Add|Extend|Simplify|Refactor] [validation of addresses|export to CSV|search by date
          |retry of failed jobs|tests for invoices]
        [Update|Bump|Pin] dependencies [for the release|to fix a security issue|and regenerate
          the lock file]
        [Remove|Rename|Move] [unused settings|the old login page|duplicate helpers|the legacy
          endpoint]
        [Improve|Document|Clarify] [error messages|installation steps|logging|the README
          |configuration options]
        [Speed up|Cache|Batch] [the product list|report queries|image loading|imports]
        """,
    "ticket": """
        [The page|The app|The dashboard|The checkout] [shows an error|stays empty|loads forever
          |closes] when I [click Save|open an order|apply a filter|upload a file].
        [Steps|To reproduce]: [open the report|log in as a new user|add two items to the cart],
          then [press Export|change the date|reload the page]. [Nothing happens|An error appears
          |The total is wrong].
        [Since the last update|Since yesterday|For two days], [I cannot log in|e-mails arrive
          twice|the export is missing columns|the invoice shows the old address].
        [The invoice|The order confirmation|The monthly statement] [has the wrong amount|was
          never sent|lists an item that we did not order]. Please [check|correct it|send a new
          one].
        [We need|Please create|I would like] [access for a new colleague|a copy of the contract|a
          second user account|to change our billing address].
        [Printing|Searching|Uploading|Synchronizing] [fails|is very slow|stops at ## %] on [my
          phone|the office network|Windows|the new laptop].
        [After|During] [payment|registration|check-in] [the screen freezes|I get a blank page|the
          code is rejected]. [Expected|It should show] [a confirmation|the next step].
        [Two users|Several customers|A customer] [reported|noticed] that [the price is wrong|the
          link is broken|search finds nothing|notifications are missing].
        """,
    "task": """
        [Collect|Check|Update|Compare] [the figures|the open points|the contact list|the supplier
          offers] and [send a summary|report the result|agree on the next step] by [Friday|the
          end of the week|Monday].
        [Prepare|Review|Finish] [the draft|the slides|the contract|the test plan] [before the
          meeting|with the team|and ask for approval].
        [Talk to|Call|E-mail] [the customer|the supplier|{name}|the finance team] about [the
          delivery date|the new price|the missing documents].
        [Replace|Repair|Test|Clean] [the old equipment|the backup system|the entrance door|the
          test environment] and [note the result|order spare parts|inform the office].
        [Write|Translate|Shorten] [the help page|the product text|the release notes|the
          instructions] for [new users|the website|the launch].
        [Set up|Configure|Document] [the new account|the payment method|the printer|the import]
          as [agreed|described in the guide].
        """,
    "event": """
        [Join us|Meet us] for [an afternoon|a morning|two days] of [talks|workshops|discussions
          |demonstrations] on [new products|practical methods|teamwork|sustainable design].
        [Participants|Attendees|Teams] [learn|discuss|practice] how to [plan projects|use the new
          tools|present results|work with customers]. [Bring a laptop|No experience needed|Lunch
          is included].
        [The agenda|The program] covers [the results of the quarter|open questions|next year's
          plan] and [leaves time for questions|ends with a get-together].
        [A guided|An open|A hands-on] session [for beginners|for the whole team|for partners]
          with [short talks|group work|live examples].
        Doors open at [9:00|10:00|18:00]; [registration is required|seats are limited|the event
          is free].
        """,
    "product": """
        [Durable|Lightweight|Compact|Reliable] [everyday|travel|home|office] [companion|essential
          |helper] made of [recycled|high-quality|easy-care] materials.
        [Easy to clean|Quick to set up|Comfortable to use|Built to last], with [a two-year
          warranty|replaceable parts|a simple design].
        [Ideal|Perfect|Suitable] for [small spaces|daily use|families|professionals] and [gifts
          |long trips|beginners].
        [Comes with|Includes] [a storage bag|batteries|a user guide|spare parts] and [free
          returns|a cleaning cloth|a charging cable].
        [The improved|The new|Our best-selling] model is [quieter|lighter|stronger|more
          efficient] than [before|its predecessor|similar products].
        [Soft|Smooth|Matte|Sturdy] surface, [rounded edges|adjustable height|non-slip base],
          available in [several colors|three sizes].
        """,
    "review": """
        [Great|Good|Excellent|Solid] [quality|value for money|service], [would buy again
          |recommended|very happy with it].
        [Exactly|Almost] as described, and [it arrived early|delivery was fast|it was well
          packed].
        [Works|Worked] [perfectly|fine|well] [so far|for three months now|every day], [easy to
          use|no complaints].
        [The color|The size|The material] is [a bit different|smaller than expected|not what I
          hoped for], but [support was helpful|the return was easy|it still does its job].
        [Friendly|Helpful|Competent] staff, [clean|quiet|well organized] place, [we will come
          back|worth the price].
        [Not|Hardly] worth the money: [it broke after a week|the instructions are poor|it is too
          loud].
        [My family|My partner|Our team] [loves it|uses it every day|was pleasantly surprised].
          [Five stars|Thank you|Highly recommended].
        [Took|It took] [a while|ten minutes] to [set up|get used to], but [now it runs smoothly
          |the result is excellent|it was worth it].
        """,
    "post": """
        [Finally|Just] [finished|tried|started] [the new course|a long run|painting the kitchen
          |my first loaf of bread] and [I love it|it went better than expected|my legs hurt].
        [Beautiful|Quiet|Busy|Sunny] [morning|evening|weekend] in {city}, [coffee first|time for
          a walk|back to work tomorrow].
        [Anyone|Does anybody] [know|recommend] a good [bakery|bike shop|podcast|hiking trail] in
          {city}?
        [So proud|So happy] [of the team|for our neighbors|about today], [what a day|thank you
          all|more soon]!
        [Three|Five] things I learned [this year|this week|from my garden]: [start small|ask for
          help|take breaks|write it down].
        [New|Fresh] [photos|recipes|tracks|drawings] [are online|coming this weekend|in my
          story], [tell me what you think|enjoy|link in bio].
        [Trying|Learning] to [cook more|read every evening|leave the phone at home|play the
          guitar], [day #|week #] and counting.
        """,
    "comment": """
        [Great|Lovely|Very helpful] [post|photo|idea|article], [thanks for sharing|I learned a
          lot|keep it up]!
        [I had|We had] the same [problem|question|thought], [this helped|it worked for me too
          |good to know].
        [Where|When|How] [did you take this|will the next part come|long did it take|can I find
          the recipe]?
        [Totally agree|Good point|So true], [especially the second part|I never saw it that way
          |well said].
        [Not sure I agree:|Interesting point, but] [I see it differently|there is another side to
          it|it depends].
        [Congratulations|Well done|Wow], [that looks amazing|you earned it|what a result]!
        [Saving this|Bookmarked|Sent to a friend] for [the weekend|later|our next trip].
        """,
    "chat": """
        [Hi|Hello|Hey] {name}, [are you free at #|did you get my message|can we move the meeting
          |any news on the order]?
        [Sure|OK|No problem], [I will send it today|see you at #|let me check|tomorrow works for
          me].
        [Thanks|Great, thanks|Perfect], [that is what I needed|I will have a look|talk later].
        [I am|We are] [running late|on the way|at the entrance|in the office], [back in ten
          minutes|start without me|call me if needed].
        [Could you|Can you] [send me the file|share the address|have a look at this|call me this
          afternoon]?
        [The file|The link|The address] [is in the folder|was updated|does not open], [please try
          again|let me know].
        """,
    "inquiry": """
        [We are|I am] interested in [an offer for ## users|a product demo|your delivery terms|a
          quote for our new office].
        [Could you|Please] [send me your price list|call me back this week|tell me more about the
          support plans|confirm the delivery date].
        [Do you|Can you] [ship to {city}|offer volume discounts|integrate with our system|provide
          training]?
        [We plan|Our company plans] to [replace our current system|open a second store|order
          again] [this quarter|next month|in spring].
        """,
    "note": """
        [Called|E-mailed|Met] [the customer|{name}|the office], [waiting for a reply|will follow
          up on Monday|everything is settled].
        [Checked|Reviewed|Confirmed] [the documents|the figures|the address|the dates], [no
          changes needed|one open question|updated in the system].
        [Prefers|Asked for] [contact by e-mail|delivery in the morning|an invoice on paper|a
          later date].
        [Approved|Discussed|Agreed] [in the weekly meeting|with the manager|by phone], [see
          attached file|next review in three months|no further action].
        [Please|Do not] [call before delivery|change without approval|forget the signature|use
          the new form].
        [First|Second|Final] [version|check|reminder] [sent|done|completed], [feedback expected
          this week|ready for release].
        [Minor|No] [issues|differences|delays] [found|reported], [will be corrected|noted for
          next time].
        """,
    "kitchen": """
        [No|Without|Less] [onions|garlic|salt|cheese|ice], please.
        [Extra|Double] [sauce|cheese|lemon|dressing] [on the side|please].
        [Allergic to|Guest is allergic to] [nuts|shellfish|milk], please [be careful|tell the
          kitchen].
        [Birthday|Anniversary] at the table, [candle with dessert|bring the cake at eight].
        [Serve|Bring] [starters and mains together|the children's meals first|drinks with the
          meal].
        """,
    "delivery": """
        [Leave|Please leave] the parcel [at the front door|with the neighbor|at the reception|in
          the garage].
        [Ring|Call] [twice|the second bell|before arrival|when you are downstairs].
        [Deliver|Please deliver] [after 5 p.m.|before noon|only on weekdays|to the side entrance].
        [Fragile|Handle with care|Keep upright], [contains glass|keep dry|do not stack].
        [Gate code|Door code] is ####, [second floor|third door on the left|ask for {name}].
        [The entrance|The loading dock] is [behind the building|on the left side|next to the
          café].
        """,
    "billing": """
        [Payment|Invoice] [due within 30 days|for services in March|includes travel costs|sent by
          e-mail].
        [Thank you|Thanks] for [your business|your order|the prompt payment].
        [Please|Kindly] [state the invoice number|pay by bank transfer|contact us with questions].
        [Discount|Credit|Deposit] of [5|10|15] % [applied|as agreed|for early payment].
        [Partial|Second|Final] [payment|installment], [balance due next month|paid in full].
        """,
    "instruction": """
        [Open|Remove|Check] the [cover|filter|package|valve] and [clean it with a dry cloth|press
          the button for # seconds|tighten the screws].
        [Switch off|Disconnect|Unplug] the device before [cleaning|opening|moving it].
        [Enter|Scan|Select] the [code|number|item], then [press OK|confirm|wait for the signal].
        [Store|Keep] in a [cool, dry|clean|dark] place, [out of reach of children|away from heat
          |below 25 °C].
        [Read|Follow] the [manual|checklist|safety rules] [before first use|step by step|at all
          times].
        """,
    "maintenance": """
        [Replaced|Cleaned|Adjusted|Tightened] the [filter|belt|bearing|valve|cable] and [tested
          the machine|checked the oil level|recorded the readings].
        [Lubricated|Inspected|Calibrated] [all moving parts|the safety switch|the sensor], [no
          defects found|next service in three months|one part ordered].
        [Noise|Vibration|A leak|Overheating] [at the pump|near the motor|during start-up], [part
          replaced|seal renewed|to be observed].
        [Switch off|Lock out] the [power|air supply] before [opening the cover|starting work],
          then [follow the checklist|wear gloves|inform the operator].
        [Machine|Unit|Line] [back in operation|running normally|stopped for two hours], [signed
          off by the supervisor|spare parts needed|report attached].
        """,
    "recipe": """
        [Heat|Warm] [the oil|the butter|the oven] [in a large pan|to 180 °C|over medium heat] and
          [add the onions|add the garlic|prepare a tray].
        [Chop|Slice|Dice] the [vegetables|onions|tomatoes|herbs] and [set aside|mix with the oil
          |season with salt].
        [Mix|Whisk|Stir] the [flour and sugar|eggs and milk|sauce] until [smooth|combined|the
          sugar dissolves].
        [Simmer|Cook|Bake] for [10|15|20|25|30|45] minutes, [stirring often|until golden|covered
          with a lid].
        [Season|Sprinkle|Serve] with [salt and pepper|fresh herbs|grated cheese|a slice of lemon]
          and [serve warm|enjoy|let it rest].
        [Drain|Rinse|Wash] the [pasta|rice|beans] and [add to the pan|stir into the sauce|leave
          to cool].
        """,
    "clause": """
        [Either party|The client|The provider] may [terminate this agreement|assign its rights
          |request an audit] [with 30 days' written notice|only with prior written consent|once
          per year].
        [The parties|Both parties] shall keep all [information|documents|prices] confidential
          [during the term|for two years after its end].
        [The parties|Both parties] shall [act in good faith|settle disputes by mediation before
          going to court].
        [Fees|Invoices|Payments] are due [within 30 days of receipt|monthly in advance|upon
          delivery] and [exclude taxes|bear interest if late].
        [The provider|The supplier|The contractor] shall [deliver the services with due care
          |insure its liability|comply with applicable law].
        [Neither party|No party] is liable for [indirect damages|events beyond its reasonable
          control|loss of profit].
        This agreement [is governed by the law stated above|replaces all earlier agreements|may
          be amended only in writing].
        """,
    "news": """
        [The city|The council|A local company|The university] [presented|approved|announced] [a
          new plan|its annual report|a partnership] [for cleaner streets|to support small shops
          |for public transport] in {city}.
        [Residents|Experts|Organizers] [expect|welcome|question] [the changes|the new rules|the
          new prices], which [take effect in spring|were debated for months].
        [A study|A report|New data] [shows|suggests] that [more people work from home|prices rose
          slowly|demand for training is growing].
        [The project|The festival|The new line] [starts|opens|ends] [next month|this weekend|in
          autumn], [earlier than expected|after a year of work].
        """,
    "answer": """
        [Yes|Usually|In most cases], [you can change it in the settings|it is included|the limit
          is ## per day].
        [No|Not yet|Unfortunately not], [but it is planned|this is only available on request
          |please use the form].
        [Please|You can] [contact support|see the help page|restart the device|reset your
          password], [it takes a few minutes|then try again].
        [It depends|That varies] on [the plan|the country|the size of the order], [see the price
          list|we are happy to help].
        """,
    "question": """
        [How|When|Where] can I [change my address|see my orders|download the invoice|cancel the
          booking]?
        Is [delivery|support|training] [included|available in {city}|free of charge]?
        [Which|What] [plan|size|version] [do you recommend|fits a small team|is the right one]?
        How satisfied are you with [our service|the delivery|the product|the answer]?
        [What|Which part] could we [improve|explain better|do differently]?
        """,
    "finding": """
        [All|Most] [values|results|checks] are [within the expected range|as planned|better than
          last year].
        [Minor|Small|Some] [deviations|scratches|delays|differences] [were found|were noted], [no
          action needed|to be corrected within 30 days|repeat in six months].
        [Further|Additional] [tests|measurements|information] [are recommended|are needed]
          [before approval|to confirm the result].
        [The result|The difference] is [significant|small|stable], and [we recommend to continue
          |the change can be rolled out|no effect was visible].
        [Overall|In summary], [the condition is good|the goal was reached|quality has improved],
          [with a few open points|as in the last review].
        """,
    "description": """
        [Used|Intended|Available] for [internal reports|daily operations|customer projects
          |regular reviews] and [updated every month|maintained by the office|open to all teams].
        [Covers|Includes|Describes] [the most common cases|all regional offices|the main steps
          |the standard conditions] and [the responsible contacts|the usual exceptions|the next
          steps].
        [Standard|Simple|Shared|Central] [solution|overview|collection|arrangement] for [small
          teams|new customers|the whole company], [reviewed once a year|easy to adapt].
        [Replaces|Extends|Supports] [the previous version|the existing process|the current offer]
          with [clearer rules|fewer steps|better information].
        [Created|Set up|Introduced] [at the customer's request|for the new season|after the last
          review], [in use since spring|still being tested].
        """,
    "permission": """
        [Can|May] [view|create|edit|delete|export] [orders|invoices|reports|users|projects] and
          [comment on them|invite members|change settings|see the history].
        [Full|Limited|Read-only] access to [reports|billing|customer data|all projects], [no
          changes to settings|including exports].
        """,
    "flag": """
        [Enables|Shows|Allows|Adds] the [new checkout|dark mode|product search|export button
          |price alerts] for [beta users|all teams|selected customers|internal testing].
        [Controls|Limits] the [rollout|use] of [live chat|saved filters|team invites|the new
          editor], [off by default|## % of users].
        """,
    "company": """
        [Supplier|Manufacturer|Provider|Distributor] of [office equipment|packaging|software
          |spare parts|food products] with [## employees|three locations|customers in many
          countries].
        [Family-owned|Independent|Regional] [business|company] from {city}, [founded in 19#0
          |known for quality|specialized in service].
        """,
    "place": """
        [Quiet|Central|Bright|Spacious] [location|place|rooms] [near the park|close to the
          station|in the old town|with a view], [parking available|step-free access|open all
          year].
        [A short walk|Ten minutes] from [the center|the river|public transport], with [cafés
          |shops|green areas] nearby.
        """,
}
"""By register, its frames."""
