"""Films, series, podcasts and streaming."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
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

GENRES = table(
    "film_genre",
    """movie_genre film_genre show_genre series_genre | _plot | film_keyword movie_keyword
    plot_keyword""",
    """
    Drama | a teacher returns to the village that she left ; two brothers inherit a failing \
      restaurant ; a mother looks for her son after a storm | family ; small town ; loss
    Comedy | a wedding planner loses the wedding rings ; three neighbors share one car for a \
      summer ; a chef opens a restaurant without a kitchen | friendship ; wedding ; neighbors
    Thriller | a night guard sees a message that was not meant for him ; a pilot finds a stranger \
      in the hold | conspiracy ; chase ; witness
    Science Fiction | the crew of a supply ship receives a signal from home ; a city runs out of \
      night | space ; future ; time
    Documentary | fishermen in the north follow the cod ; the last typesetters of a newspaper \
      tell their story | nature ; work ; history
    Crime | an inspector reopens the first case of her career ; a forger wants to stop | \
      detective ; heist ; police
    Romance | a translator and a baker meet every Tuesday ; two musicians miss each other for \
      years | love ; music ; summer
    Animation | a fox learns to whistle ; a lighthouse wants to see the mountains | animals ; \
      adventure ; children
    Horror | the house at the end of the road has one window too many | haunted house ; night
    Action | a courier has ninety minutes to cross the city | race ; rescue
    Adventure | four cousins follow a map from an old piano | journey ; treasure
    Fantasy | a clockmaker repairs a clock that runs backwards | magic ; legend
    """,
)

NAMES = {
    "movie_title movie_name film_title film_name movie film": titles(
        "film_title",
        """The {_film_mood} {_film_noun} | {_film_noun} of {_film_place} | {_film_number}
        {_film_noun}s | {_film_when} {_film_noun} | A {_film_noun} for {_film_whom} | The
        {_film_person} | {_film_place} | The {_film_person}'s {_film_noun} | {_film_prep}
        {_film_place} | {_film_mood} {_film_place} | The {_film_noun} {_film_prep_low} {_film_place}
        """,
    ),
    "_film_mood": words("Last|Silent|Crooked|Invisible|Long|Second|Frozen|Stolen|Quiet|Burning"),
    "_film_noun": words(
        """Harvest|Witness|Signal|Crossing|Winter|Promise|Letter|Garden|Tide|Verdict|Season
        |Passenger|Waltz|Border|Encore|Shelter|Bridge|Morning"""
    ),
    "_film_place": words(
        """Lisbon|Black Lake|Route 9|Marrow Street|the North|Saint Helen|Copper Valley|Vega|Cape
        Sorrow|Union Square|Elmwood|the Sound"""
    ),
    "_film_number": words("Seven|Three|Twelve|Nine|Four|A Thousand"),
    "_film_when": words("Midnight|Winter|Sunday|Early|After the|Late|Before the"),
    "_film_whom": words("Two|Clara|Nobody|the Captain|Mr. Ames|Strangers"),
    "_film_person": words("Lighthouse|Navigator|Understudy|Locksmith|Beekeeper|Courier|Composer"),
    "_film_prep": words("Leaving|Return to|Beyond|Under|Letters from|Escape from|Midnight in"),
    "_film_prep_low": words("at|beyond|near|under|from"),
    "series_title series_name show_title show_name tv_show series show program_title": titles(
        "series_title",
        """{_film_place} | {_film_place} {_unit_of_show} | The {_film_person}s | {_show_adj}
        {_show_noun} | The {_show_noun} | {_show_noun} of {_film_place} | {_film_number} \
          {_show_noun}
        """,
    ),
    "_unit_of_show": words("General|Homicide|Heights|Confidential|Kitchen|Rescue|High"),
    "_show_adj": words("Modern|Strange|Honest|Second|Shallow|Deep|Cold|Borrowed"),
    "_show_noun": words("Neighbors|Evidence|Waters|Appetites|Family|Orbit|Verdict|Houses|Harbors"),
    "episode_title episode_name": titles(
        "episode_title",
        """The {_film_noun} | {_film_mood} {_film_noun} | {_film_when} {_film_noun} | What
        {_film_whom_named} Knew | {_film_prep} {_film_place} | Pilot: {_film_noun} | {_film_noun},
        Part {_part} | The {_film_person}""",
    ),
    "_film_whom_named": words("Clara|Ames|Jonas|Nora|the Captain|Vivian|Mateo"),
    "_part": words("One|Two"),
    "podcast_name podcast_title podcast podcast_show": titles(
        "podcast_title",
        """The {_pod_topic} {_pod_end} | {_pod_verb} {_pod_topic} | {_pod_topic} {_pod_time} |
        {_pod_topic} with {_pod_host} | Nothing but {_pod_topic} | {_pod_verb} {_pod_topic} with
        {_pod_host}""",
    ),
    "_pod_topic": words(
        "Science|Money|History|Bread|Design|Startups|Football|Language|Gardens|Books|Space|Law"
    ),
    "_pod_end": words("Hour|Show|Files|Lab|Club|Table|Notebook|Podcast"),
    "_pod_verb": words("Talking|Understanding|Making Sense of|Thinking|Slow|Everyday|Deep Into"),
    "_pod_time": words("Weekly|After Dark|in Ten Minutes|Today|Unplugged"),
    "_pod_host": words("Mara and Tom|Ines Rowe|Jonah Hart|Vera Lund|Kofi|Anna and Lee"),
    "podcast_episode_title podcast_episode": titles(
        "podcast_episode",
        """#{_episode_no}: {_pod_question} | {_pod_question} | {_pod_guest} on {_pod_topic_low} |
        {_pod_topic_low_first} in {_list_year}, with {_pod_guest}""",
    ),
    "_episode_no": number(2, 48, 240),
    "_pod_question": words(
        """Why do we sleep?|Can cities be quiet?|What is money for?|How bread rises|The trouble with
        averages|Who owns the moon?|A history of the weekend|How to read a map"""
    ),
    "_pod_guest": words("Nia Rowe|Prof. Lindgren|Omar Haddad|Tessa Quill|Dr. Sato"),
    "_pod_topic_low": words("failure|craft|attention|the future of work|small towns|rivers"),
    "_pod_topic_low_first": words("Housing|Energy|Schools|Journalism|Farming"),
    "_list_year": words("2023|2024|2025"),
    "podcast_episode_description podcast_description show_notes": sentences(
        """{_pod_guest} talks about {_pod_topic_low} and answers your questions. | A conversation \
          with
        {_pod_guest} on {_pod_topic_low}. | {_pod_question} We ask {_pod_guest}. | Twenty minutes on
        {_pod_topic_low}, recorded live. | This week: {_pod_topic_low}, a letter from a listener and
        {_pod_guest}."""
    ),
    "movie_description film_description plot plot_summary synopsis logline storyline": sentences(
        """In this {movie_genre} film, {_plot}. | When {_plot}, nothing stays as it was. | A story
        in which {_plot}. | {_film_place} in the seventies: {_plot}. | One autumn, {_plot}. |
        Quiet and precise: {_plot}, and everyone has to choose."""
    ),
    "tagline movie_tagline": titles(
        "film_tagline",
        """Every {_film_low} has a price. | Some {_film_low}s never end. | Trust no {_film_low}. |
        The {_film_low} begins at midnight. | One {_film_low}. No way back.""",
    ),
    "_film_low": words("secret|promise|journey|silence|winter|signal|witness|letter|border"),
    "content_rating mpaa_rating age_rating film_rating parental_rating": words(
        "PG-13*6|R*4|PG*4|G*2|TV-14*2|TV-MA*2"
    ),
    "director film_director screenwriter cinematographer producer executive_producer": Borrowed(
        "person"
    ),
    "character_name character role_name": words(
        """Clara Ames|Captain Ruiz|Nora|Jonas Weir|Detective Hale|Mrs. Finch|Mateo|The Stranger
        |Dr. Okoye|Young Vivian|Judge Alder|Tomas|Sister Agnes|The Courier"""
    ),
    "studio production_company film_studio distributor": words(
        """Lantern Pictures|Northlight Films|Blue Door Productions|Meridian Studios|Salt & Pine
        Pictures|Harbor Lane Films|Second Reel|Atlas House Studios"""
    ),
    "network tv_network broadcaster streaming_service": words(
        "Channel North|Nova+|Streamhouse|TV Meridian|Atlas One|Kanal 6|Openview"
    ),
    "video_quality resolution_label stream_resolution": words("1080p*6|720p*3|4K*3|480p"),
    "film_award award": words(
        """Best Director|Best Screenplay|Audience Award|Jury Prize|Best Actress|Best Actor|Best
        Short Film|Best Documentary"""
    ),
    "movie_review film_review viewer_review critic_review": sentences(
        """{_view_first} {_view_then} | {_view_first} {_view_end} | {_view_then} {_view_end} | Best
        {movie_genre} film of the year so far. {_view_then}"""
    ),
    "_view_first": words(
        """Beautifully shot, a little slow in the middle.|The two leads carry the film.|I expected
        more from the ending.|Funny, warm and shorter than it looks.|The plot is thin.|Watched it
        twice in one week.|A quiet film with a big heart.|Too loud for me.|What a debut!|The trailer
        promised more.|Clever from the first scene."""
    ),
    "_view_then": words(
        """The music is wonderful.|The pictures are stunning.|The dialogue sounds natural.|Some \
          scenes
        could be cut.|The child actor is a discovery.|The costumes deserve an award.|The twist \
          works.
        |I laughed more than I expected.|The camera never rests."""
    ),
    "_view_end": words(
        """See it on a big screen.|Wait for the stream.|I left the cinema smiling.|Not for the whole
        family.|Worth the ticket.|My friends were bored.|I would watch a sequel."""
    ),
    "runtime_minutes runtime running_time runtime_min": number(72, 107, 188),
    "imdb_id": shape("tt#######", "tt1#######"),
    "tmdb_id": shape("%#####", "%####"),
    "season_number": words("1*6|2*4|3*3|4*2|5|6"),
    "box_office_rank chart_position": number(1, 22, 100),
}

AMBIGUOUS, PLAIN = split(NAMES, "director character_name network studio tagline")

DOMAIN = domain(
    "film",
    merge(GENRES, PLAIN),
    merge(
        AMBIGUOUS,
        {
            "genre": pick(GENRES, "movie_genre"),
            "title name": pick(NAMES, "movie_title"),
            "description overview summary": pick(NAMES, "plot"),
            "rating_label certification": pick(NAMES, "content_rating"),
            "duration_minutes duration length_minutes": pick(NAMES, "runtime_minutes"),
            "quality resolution": pick(NAMES, "video_quality"),
            "review comment": pick(NAMES, "movie_review"),
            "cast actor": Borrowed("person"),
            "year release_year": number(1958, 2012, 2025),
            "keyword tag": pick(GENRES, "movie_keyword"),
        },
    ),
    """award plot runtime series show film movie synopsis storyline chart_position
    keyword running_time podcast program_title release_title executive_producer""",
)
