"""The words and parts of sentences that English text is made of.

They are chosen by hand, so that the text reads as if a person had written it.
"""

ADJECTIVES = tuple(
    """amber autumn bold brave bright brisk broad calm careful casual cheerful chilly clean clear
    clever close coastal cold common cool copper cosy crisp curious daily dark deep distant double
    dry dusty eager early easy eastern elder empty even evening fair familiar famous fast final
    fine firm first flat fond formal fresh friendly frosty full gentle glad golden good grand green
    gray handy happy hardy hidden high hollow honest humble idle inner ivory keen kind large late
    lazy level light linen little lively local lone long loose loud low lucky lunar main mellow
    merry mild minor misty modern modest morning muted narrow near neat new noble northern novel
    oaken old olive only open orange other outer pale past patient plain pleasant polite proper
    proud public pure quick quiet rapid rare ready red remote rich ripe round royal rural rustic
    sandy scarlet second secret serious shady sharp shiny short silent silver simple single slight
    slow small smooth snowy social soft solar solid southern spare spring steady steep still stone
    sturdy subtle sudden summer sunny sweet swift tall tame tender thin third tidy tiny tranquil
    true upper urban useful usual vast velvet vivid warm western white whole wide wild winter wise
    wooden woven yellow young""".split()
)

NOUNS = tuple(
    """acorn airport album alley anchor apple apron arch arrow atlas bakery balcony ball banner
    barn basket bay beach beacon bell bench berry bicycle bird blanket boat book border bottle
    boulder bowl branch breeze brick bridge brook brush bucket button cabin cable camera camp canal
    candle canoe canvas canyon card carpet castle cedar cellar chair chapel cherry circle city clay
    cliff clock cloud clover coast coffee color compass copper corner cottage cotton course court
    cove crane creek crew cup curtain dawn desert desk diary dock door draft drawer dream drum dune
    echo edge elm engine envelope evening falcon farm feather fence fern ferry field fig film finch
    fire flag flame flute fog folder forest forge fountain fox frame friend frost fruit gallery
    garden gate glacier glass glove grain grape grass grove guitar hall hammer harbor harvest hat
    hawk hazel hedge heron hill hinge hollow home honey horizon horse hotel house icicle ink inlet
    iris island ivy jacket jar journal journey kettle key kitchen kite ladder lagoon lake lamp lane
    lantern lark leaf ledger lemon lens letter library lilac lily lime line lodge loft log loom
    magnet mango map maple market marsh meadow melody mill mirror mist moon morning moss mountain
    museum needle nest night north notebook oak ocean office olive orchard otter oven owl paddle
    page palm panel paper park parcel path pebble pen pencil pepper petal piano picture pier pine
    pioneer pillow plain planet plate plaza plum pocket poem pond poplar port portrait prairie
    puzzle quarry quilt rain raven reef ribbon ridge river road robin rocket roof room rope rose
    route sail salt sand scarf school sea season shadow shelf shell shore signal sketch sky slope
    snow song spark sparrow spoon spring spruce square stable stage stair star station stone storm
    story stove stream street studio summer summit sun swallow swan table tale tea temple tent
    thread ticket tide tiger timber tower town trail train tree tulip tunnel turn valley vase verse
    village vine violet violin voyage wagon walk wall walnut water wave way weather well wheel
    willow wind window winter wood wool word workshop world yard year""".split()
)

HOBBIES = tuple(
    """hiking|cooking|photography|reading|running|cycling|gardening|painting|chess|yoga|swimming
    |board games|traveling|baking|camping|dancing|guitar|fishing|knitting|languages|movies|museums
    |pottery|skiing|surfing|tennis|theater|volunteering|writing|climbing|birdwatching|football""".replace(
        "\n    ", ""
    ).split("|")
)
"""What people like to do."""

NAME_WORDS = tuple(
    """Amber Anchor Apex Atlas Aurora Beacon Birch Blue Cedar Central City Coastal Copper Crystal
    Delta Diamond Eagle Eastern Echo Emerald Evergreen Falcon Frontier Golden Grand Granite Green
    Harbor Heritage Highland Horizon Keystone Lakeview Legacy Liberty Maple Metro Northern Nova Oak
    Orion Phoenix Pine Pioneer Prairie Riverside Royal Silver Southern Summit Sunrise Titan Union
    Valley Vista Western White Willow Zenith""".split()
)
"""First words of names of things: the noun follows."""

LABEL_ADJECTIVES = tuple(
    """additional advanced annual approved automatic available basic brief central certified
    combined common complete confirmed current custom daily detailed digital direct domestic early
    eastern essential expected extended external final first flexible formal free full future
    general global initial internal joint key large late limited local long main major manual
    medium minor mobile modern monthly mutual national natural new next normal northern official
    online open optional original partial partner past pending periodic permanent personal planned
    plain preferred preliminary premium previous primary prior private public quarterly quick rapid
    recent reduced regional registered regular related remote required reserved revised routine
    seasonal second secondary secure selected senior separate shared short simple single small
    southern special specific standard steady strategic summer technical temporary third total
    trusted typical updated upper urban urgent usual valid verified weekly western wide winter
    yearly""".split()
)

LABEL_NOUNS = tuple(
    """access account action activity addition address adjustment agenda agreement allowance
    analysis application approach approval area arrangement article assessment asset assignment
    balance base basis batch benefit bill block board booking branch brief budget bundle campaign
    capacity card case catalog category change channel charge check choice claim class collection
    comment community component concept condition contact content contract control copy course
    coverage credit cycle data deal delivery department deposit design detail development device
    direction display district document draft edition effect element entry equipment estimate
    evaluation event example exchange expense extension facility feature fee field file focus form
    format forum framework function fund goal grade group growth guide handling index input
    inspection install interest interval inventory invoice issue item journal key label launch
    layout lease letter level license limit line list listing loan location log maintenance
    management map margin market material measure meeting member message method mission model
    module movement network notice number object offer office operation option order outline
    output overview package page panel part partner pass path pattern payment period permit phase
    place plan platform policy position practice preview price procedure process product profile
    program project proposal purchase purpose quality quota quote range rate reading receipt record
    region release renewal rental repair reply report request reserve resource response result
    return review role route rule sale sample schedule scheme section sector selection series
    service session set setting shipment signal site source space stage standard statement station
    status step storage strategy structure study style subject summary supply support survey
    system table target task team template term test theme title topic track trade training
    transfer transport treatment trend trial unit update usage value variant version view visit
    volume workshop zone""".split()
)
"""Words of labels: what a text is made of whose name says nothing."""

SHORT_WORDS = tuple(
    """a b c d e f g h i j k l m n o p q r s t u v w x y z
    am an as at be by do go he hi if in is it me my no of ok on or so to up us we""".split()
)
"""Words for texts of one or two characters."""

TAGS = tuple(
    """archive beta books budget business cooking culture customer design draft education family
    favorite featured feedback finance food garden guide health history home important internal
    legal lifestyle local mobile music nature new news office outdoor partner photo popular premium
    press priority product promo public recipe release remote research review sale science seasonal
    security service shipping social sports spring summer support sustainability team technology
    training travel trending tutorial update urgent video vintage weekly winter workshop""".split()
)

TOPIC_SENTENCE_PARTS: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "The delivery",
            "The parcel",
            "The second shipment",
            "Our order",
            "The replacement",
            "The box from the warehouse",
            "The courier's van",
            "The pallet",
            "Your package",
            "The spare part",
            "The return",
            "The express parcel",
        ),
        (
            "arrived",
            "was left with a neighbor",
            "came a day early",
            "was held at the depot",
            "reached the front desk",
            "was rerouted",
            "is on its way",
            "was signed for",
            "got here in good shape",
            "turned up",
            "was sent again",
            "will be picked up",
        ),
        (
            "on Tuesday morning",
            "before noon",
            "after a short delay",
            "without a scratch",
            "with the invoice inside",
            "just in time for the weekend",
            "as agreed on the phone",
            "despite the rain",
            "together with the missing cable",
            "at the side entrance",
            "in two boxes",
            "ahead of the holidays",
        ),
    ),
    (
        (
            "The team",
            "Our project group",
            "The new lead",
            "The design crew",
            "Everyone on the project",
            "The contractor",
            "The whole department",
            "The working group",
            "Our partner",
            "The intern",
            "The planning board",
            "The night shift",
        ),
        (
            "finished the first draft",
            "moved the deadline",
            "agreed on a smaller scope",
            "tested the prototype",
            "wrote down the open questions",
            "fixed the last known problem",
            "asked for another week",
            "split the work",
            "presented the results",
            "cleaned up the backlog",
            "tried a simpler plan",
            "reviewed the budget",
        ),
        (
            "before the holidays",
            "after a long discussion",
            "with very little fuss",
            "in a single afternoon",
            "thanks to good preparation",
            "and shared the notes",
            "so that nobody had to wait",
            "for the spring release",
            "as a first step",
            "without extra cost",
            "over two calm weeks",
            "and it went well",
        ),
    ),
    (
        (
            "The meeting",
            "Our weekly call",
            "The workshop",
            "The interview",
            "The site visit",
            "The kick-off",
            "The review",
            "Monday's session",
            "The training",
            "The panel",
            "The quarterly update",
            "The open house",
        ),
        (
            "was moved to Thursday",
            "ended early",
            "took place online",
            "covered the main points",
            "starts at nine",
            "ran over by ten minutes",
            "brought up a good idea",
            "will be repeated",
            "was well attended",
            "is fully booked",
            "opened with a short tour",
            "settled the question",
        ),
        (
            "because of the strike",
            "so please check the calendar",
            "in the large room upstairs",
            "with coffee for everyone",
            "and the slides are online",
            "as nobody objected",
            "for the people who missed it",
            "at the request of the client",
            "with plenty of questions",
            "near the main station",
            "in a relaxed mood",
            "and the minutes will follow",
        ),
    ),
    (
        (
            "The lamp",
            "This backpack",
            "The chair",
            "The jacket",
            "The kettle",
            "This notebook",
            "The bike light",
            "The speaker",
            "The blanket",
            "This set",
            "The desk",
            "The water bottle",
        ),
        (
            "is easy to clean",
            "feels solid",
            "looks better than in the photos",
            "fits in every bag",
            "works as promised",
            "is lighter than expected",
            "comes in three colors",
            "needs no tools",
            "is made to last",
            "holds up well",
            "does its job",
            "was worth the wait",
        ),
        (
            "even after months of use",
            "and the price is fair",
            "for small rooms",
            "on long trips",
            "and makes a nice gift",
            "thanks to the soft cover",
            "although the manual is short",
            "for the whole family",
            "in any weather",
            "and returns are free",
            "with very little care",
            "right out of the box",
        ),
    ),
    (
        (
            "The hotel",
            "The apartment",
            "Our room",
            "The cabin",
            "The guest house",
            "The tour",
            "The ferry",
            "The train",
            "The little café",
            "The old town",
            "The campsite",
            "The trail",
        ),
        (
            "was clean and quiet",
            "is a short walk from the lake",
            "had a wonderful view",
            "opens early",
            "was easy to find",
            "is popular with families",
            "offers a simple breakfast",
            "was busier than expected",
            "has a small garden",
            "is worth a detour",
            "made the weekend",
            "felt like home",
        ),
        (
            "even in high season",
            "and the staff were kind",
            "close to the harbor",
            "at a fair price",
            "in late summer",
            "despite the cold",
            "with free parking",
            "far from the traffic",
            "after a long drive",
            "and we will come back",
            "for a few days",
            "just outside the village",
        ),
    ),
    (
        (
            "The update",
            "The latest version",
            "The new dashboard",
            "The mobile app",
            "The search page",
            "The login screen",
            "This release",
            "The report",
            "The export",
            "The nightly backup",
            "The sync",
            "The import",
        ),
        (
            "loads noticeably faster",
            "fixes two small problems",
            "keeps its settings",
            "shows the totals first",
            "now supports larger files",
            "asks fewer questions",
            "runs in the background",
            "sends a short summary",
            "was rolled out",
            "explains what went wrong",
            "remembers the last filter",
            "needs no restart",
        ),
        (
            "on older phones, too",
            "since last week",
            "for all regions",
            "without any downtime",
            "when the network is slow",
            "as many of you had asked",
            "and is easy to turn off",
            "in the default view",
            "after the first start",
            "at no extra charge",
            "with one click",
            "for teams of any size",
        ),
    ),
    (
        (
            "She",
            "He",
            "My colleague",
            "Our neighbor",
            "The new manager",
            "A friend of ours",
            "The gardener",
            "Her sister",
            "The baker",
            "His brother",
            "The teacher",
            "The librarian",
        ),
        (
            "grew up near the coast",
            "plays in a small band",
            "runs a workshop",
            "collects old maps",
            "bakes on Sundays",
            "moved here",
            "repairs bicycles",
            "writes short stories",
            "teaches twice a week",
            "works from home",
            "takes photographs",
            "started a book club",
        ),
        (
            "and loves long walks",
            "since the spring",
            "with a lot of patience",
            "and knows everyone in town",
            "in an old mill",
            "for more than ten years",
            "with two good friends",
            "after a career in logistics",
            "and rarely misses a concert",
            "next to the library",
            "most of the year",
            "whenever there is time",
        ),
    ),
    (
        (
            "The customer",
            "The caller",
            "A visitor",
            "The tenant",
            "One of our members",
            "The buyer",
            "The supplier",
            "The new client",
            "The patient",
            "A reader",
            "The subscriber",
            "The guest",
        ),
        (
            "asked for a copy of the invoice",
            "wants to change the address",
            "was happy with the answer",
            "prefers to be called",
            "canceled the second item",
            "would like an earlier date",
            "confirmed the amount",
            "sent a friendly reminder",
            "asked about the warranty",
            "suggested a better wording",
            "paid in full",
            "found the right size",
        ),
        (
            "this morning",
            "and will write again",
            "by the end of the month",
            "after the first visit",
            "in a short e-mail",
            "before the trial ends",
            "so the case can be closed",
            "for the second time",
            "on the way home",
            "and thanked the team",
            "as noted in the file",
            "without any trouble",
        ),
    ),
)
"""Subjects, predicates and complements by topic: any three of one topic make a sentence."""

HEADLINE_STARTS = (
    "A short guide to",
    "Five lessons from",
    "How we built",
    "Notes on",
    "The quiet return of",
    "What to know about",
    "Why people love",
    "A closer look at",
    "Getting started with",
    "The case for",
    "Looking back on",
    "Ten ideas for",
    "Behind the scenes of",
    "Rethinking",
    "The hidden cost of",
    "A beginner's view of",
    "Questions about",
    "News from",
    "Small steps toward",
    "An honest review of",
    "The future of",
    "Making room for",
    "A weekend with",
    "In praise of",
)

HEADLINE_ENDS = (
    "better meetings",
    "city gardens",
    "slow travel",
    "small teams",
    "the spring update",
    "home cooking",
    "old bicycles",
    "public libraries",
    "simple design",
    "remote work",
    "the night train",
    "local markets",
    "good documentation",
    "family recipes",
    "the winter season",
    "open data",
    "wooden toys",
    "early mornings",
    "paper maps",
    "shared offices",
    "the new museum",
    "mountain trails",
    "honest pricing",
    "community radio",
    "green roofs",
    "everyday tools",
    "long projects",
    "street music",
    "quiet software",
    "the harbor quarter",
)

BIO_ROLES = (
    "Designer",
    "Engineer",
    "Teacher",
    "Photographer",
    "Writer",
    "Data analyst",
    "Product manager",
    "Gardener",
    "Nurse",
    "Architect",
    "Translator",
    "Musician",
    "Chef",
    "Researcher",
    "Carpenter",
    "Librarian",
    "Illustrator",
    "Student",
    "Editor",
    "Consultant",
    "Cyclist",
    "Developer",
    "Marketer",
    "Historian",
)

BIO_INTERESTS = (
    "Loves long walks and strong coffee.",
    "Happiest on a bike.",
    "Always reading three books at once.",
    "Bakes bread on weekends.",
    "Collects old maps.",
    "Runs slowly but often.",
    "Fond of quiet mornings.",
    "Learning to play the cello.",
    "Parent of two.",
    "Never far from a camera.",
    "Grows tomatoes on a balcony.",
    "Looking for the perfect pizza.",
    "Amateur astronomer.",
    "Writes about small things.",
    "Dog person.",
    "Swims in cold lakes.",
    "Makes things out of wood.",
    "Believes in good documentation.",
    "Tea over coffee.",
    "Plays chess badly and with joy.",
    "Volunteers at the local library.",
    "Travels by train.",
)

LOCAL_WORDS: dict[str, tuple[str, ...]] = {
    "sv": tuple(
        """afton ansikte arbete barn berg björk blomma bok bord bro brunn bröd båt dag dal dimma
        djup dröm dörr eld eng familj fjäll fjord flod fisk fjäder frost frukost fågel fönster färg
        glad glas god gran gren grön gul gård gård hamn hav helg himmel hus hund höst is ljus ljung
        klar klocka kaffe kull kvarn kväll källa lada lampa land lugn lycka långsam mark mild mjuk
        moln morgon mossa måne natt ny när ny nyckel ost papper park plats regn resa ros rum röd
        saga sand segel sjö skog skola skugga sky sommar sol sten stig stilla stjärna stor strand
        stuga ström stämma svart tall tid torg torn träd tyst trädgård tåg vacker vall varm vatten
        vild vind vinter vit våg vår väder väg vän värld å äng äpple ö öppen ört""".split()
    ),
}
"""Words of languages for which Faker has no words."""
