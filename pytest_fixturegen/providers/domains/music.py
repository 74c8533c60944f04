"""Music: tracks, albums, playlists, concerts and what is measured of a song."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    either,
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
    "music_genre",
    "music_genre song_genre track_genre album_genre primary_genre | subgenre sub_genre music_style",
    """
    Pop        | Dance Pop ; Synth-pop ; Electropop ; Indie Pop ; Power Pop
    Rock       | Indie Rock ; Alternative Rock ; Classic Rock ; Garage Rock ; Folk Rock
    Hip-Hop    | Trap ; Boom Bap ; Lo-fi Hip-Hop ; Conscious Hip-Hop
    Electronic | House ; Techno ; Drum and Bass ; Ambient Electronic ; Downtempo
    R&B        | Contemporary R&B ; Neo Soul ; Quiet Storm R&B
    Jazz       | Bebop Jazz ; Jazz Fusion ; Vocal Jazz ; Cool Jazz
    Classical  | Baroque Classical ; Chamber Music ; Romantic Classical
    Country    | Alt-Country ; Country Pop ; Bluegrass Country
    Folk       | Indie Folk ; Traditional Folk ; Folk Pop
    Metal      | Heavy Metal ; Progressive Metal ; Doom Metal
    Soul       | Northern Soul ; Funk ; Motown Soul
    Latin      | Salsa ; Bossa Nova ; Reggaeton ; Cumbia
    Reggae     | Dub Reggae ; Roots Reggae
    Blues      | Delta Blues ; Electric Blues
    Punk       | Post-Punk ; Pop Punk
    """,
)

KEYS = table(
    "musical_key",
    "musical_key key_name key_signature song_key | camelot_key camelot | _pitch_class",
    """
    C major | 8B | 0
    G major | 9B | 7
    D major | 10B | 2
    A major | 11B | 9
    E major | 12B | 4
    B major | 1B | 11
    F major | 7B | 5
    B♭ major | 6B | 10
    E♭ major | 5B | 3
    A♭ major | 4B | 8
    A minor | 8A | 9
    E minor | 9A | 4
    B minor | 10A | 11
    F♯ minor | 11A | 6
    D minor | 7A | 2
    G minor | 6A | 7
    C minor | 5A | 0
    F minor | 4A | 5
    C♯ minor | 12A | 1
    """,
)

NAMES = {
    "song_title song_name track_title track_name song track single_title recording_title": titles(
        "song_title",
        """{_song_mood} {_song_noun} | {_song_noun} in {_song_place} | {_song_verb} Me {_song_way}
        | {_song_noun} & {_song_other} | {_song_verb} the {_song_noun} | No More {_song_other} |
        {_song_time} {_song_noun} | When the {_song_noun} {_song_does} | {_song_place} {_song_time}
        | {_song_noun} (feat. {_song_guest}) | Back to {_song_place} | {_song_verb} It {_song_way}
        | {_song_mood} {_song_other} | How to {_song_verb} a {_song_noun}""",
    ),
    "_song_mood": words(
        "Golden|Broken|Neon|Slow|Wild|Lonely|Electric|Sweet|Silver|Restless|Paper|Midnight|Faded"
    ),
    "_song_noun": words(
        """Heart|River|Skyline|Highway|Summer|Mirror|Fire|Ocean|Moon|Radio|Garden|Echo|Horizon
        |Shadow|Promise|Thunder|Diamond|Window|Letter|Train"""
    ),
    "_song_other": words("Rain|Gold|Tears|Dust|Smoke|Honey|Lights|Roses|Lies|Stars|Waves|Ashes"),
    "_song_place": words("Paris|Memphis|the City|My Room|Havana|Tokyo|the Valley|Heaven|Brooklyn"),
    "_song_verb": words("Hold|Leave|Call|Carry|Dance With|Find|Follow|Save|Break|Remember|Believe"),
    "_song_way": words("Home|Tonight|Slowly|Again|Right|Away|Forever|Like Before|Tomorrow"),
    "_song_time": words("Tonight|Sunday|After Hours|Midnight|Yesterday|4 A.M.|December|Weekend"),
    "_song_does": words("Falls|Burns|Sings|Fades|Breaks|Comes Down|Stops"),
    "_song_guest": words("Mara Vale|DJ Northside|Leo Crane|Suri|The Halftones|Nia Rowe"),
    "album_title album_name album release_title ep_title record_title": titles(
        "album_title",
        """{_album_noun} | {_song_mood} {_album_noun} | The {_album_noun} Sessions | {_song_noun}s
        and {_song_other} | {_album_noun}, Vol. {_volume} | Live at {_stage} | {_song_place} |
        Songs for {_album_for} | {_song_time} | {_album_noun} (Deluxe Edition)""",
    ),
    "_album_noun": words(
        """Afterglow|Parallels|Undertow|Lanterns|Blueprint|Wilderness|Satellites|Homecoming|Tides
        |Interlude|Polaroids|Northbound|Static|Daybreak|Atlas|Gravity|Postcards|Evergreen"""
    ),
    "_album_for": words("Empty Rooms|the Drive Home|Winter|Nobody|Old Friends|the Sea"),
    "_volume": words("1|2|3"),
    "_stage": words("the Orpheum|Blue Hall|Harbor Stage|the Garden|Red Barn|Union Chapel"),
    "artist_name artist album_artist performer band band_name track_artist main_artist "
    "music_artist": titles(
        "performer",
        """{_artist_first} {_artist_last} | The {_band_mood} {_band_noun} | {_artist_first}
        {_artist_last} | {_band_noun} {_band_end} | {_artist_first} & the {_band_noun} |
        {_band_mood} {_band_noun} | {_artist_first} {_artist_last}""",
    ),
    "_artist_first": words(
        """Mara|Theo|Ines|Cole|Nadia|Jonah|Freya|Silas|Amara|Rhys|Leila|Otis|Vera|Milo|Juno|Elias
        |Tessa|Kofi|Yuna|Rafael"""
    ),
    "_artist_last": words(
        """Vale|Crane|Holloway|Rowe|Lindgren|Okoye|Marsh|Delacroix|Winter|Sato|Bright|Navarro|Quill
        |Hart|Ferro|Lune|Castell|Aldridge"""
    ),
    "_band_mood": words("Velvet|Hollow|Northern|Paper|Electric|Silent|Crimson|Little|Midnight"),
    "_band_noun": words("Foxes|Lanterns|Tides|Pilots|Wolves|Halftones|Comets|Gardens|Satellites"),
    "_band_end": words("Club|Collective|Parade|Society|Motel|Radio"),
    "playlist_name playlist_title playlist mixtape_name": titles(
        "playlist_name",
        """{_list_when} {_list_what} | {_list_what} for {_list_use} | {music_genre} {_list_kind} |
        {_list_use_first} {_list_what} | Best of {_list_decade} {music_genre} | {_list_decade}
        {_list_what} | My {_list_when} {_list_kind} | {music_genre} for {_list_use}""",
    ),
    "_list_when": words("Morning|Friday|Sunday|Summer|Late Night|Rainy Day|Weekend|Winter|Monday"),
    "_list_what": words("Vibes|Hits|Favorites|Classics|Energy|Chill|Grooves|Acoustic|Throwbacks"),
    "_list_use": words("Running|Cooking|Focus|the Road|Studying|Dinner|Coding|Cleaning|Sleep"),
    "_list_use_first": words("Workout|Party|Road Trip|Study|Coffee|Dinner|Yoga|Gaming|Commute"),
    "_list_kind": words("Essentials|Mix|Radio|Collection|Deep Cuts|Gems|Rotation"),
    "_list_decade": words("80s|90s|2000s|2010s|70s"),
    "playlist_description": sentences(
        """{music_genre} for {_list_use_low}. Updated every {_list_day}. | Songs that I keep coming
        back to. | The best of {music_genre}, old and new. | What we played at {_occasion}. | Made
        for {_list_use_low}, best at low volume. | New discoveries of this {_list_day}."""
    ),
    "_list_use_low": words("long drives|quiet mornings|focus|cooking|the gym|late evenings"),
    "_list_day": words("Friday|week|month|Monday"),
    "_occasion": words("the wedding|Anna's birthday|the summer party|New Year's Eve"),
    "record_label label_name music_label": words(
        """Blue Heron Records|Northbound Music|Paper Moon Records|Static Tide|Oak Street Recordings
        |Velvet Room Records|Harbor Sound|Redwood Records|Low Tide Music|Glasshouse Recordings
        |Copperline Records|Longwave Music"""
    ),
    "mood song_mood music_mood": words(
        "Happy*3|Energetic*3|Chill*3|Melancholic*2|Romantic*2|Aggressive|Dreamy|Uplifting"
    ),
    "instrument instrument_name": words(
        "Guitar*3|Piano*3|Drums*2|Bass*2|Violin*2|Saxophone|Trumpet|Cello|Flute|Vocals|Keyboard"
    ),
    "album_type release_type": words("Album*6|Single*5|EP*2|Compilation|Live"),
    "setlist concert_name concert_title gig_name tour_title": titles(
        "concert_name",
        """{_album_noun} Tour {_list_year} | {artist_name} Live | {_list_when} Sessions | An Evening
        with {artist_name} | {artist_name} at {_stage}""",
    ),
    "_list_year": words("2023|2024|2025"),
    "lyric lyrics_line": sentences(
        """Hold on to the {_low_noun} that we left behind | And the {_low_noun} keeps calling me
        home | We were dancing in the {_low_noun} tonight | Nothing but {_low_noun} in my hands"""
    ),
    "_low_noun": words("river|light|rain|summer|radio|fire|city|morning|silence"),
    "audio_quality stream_quality": words("High*5|Normal*3|Lossless*2|Low"),
}

MEASURES = {
    "bpm tempo tempo_bpm beats_per_minute": number(62, 118, 178),
    "time_signature": either(words("4*12|3*2|5|6"), words("4/4*12|3/4*2|6/8")),
    "loudness loudness_db": number(-28, -8, -1, 1),
    "danceability energy valence": number(0.05, 0.58, 0.98, 3),
    "acousticness": number(0, 0.24, 0.99, 3),
    "speechiness": number(0.02, 0.06, 0.7, 3),
    "instrumentalness": number(0, 0.04, 0.95, 3),
    "liveness": number(0.03, 0.14, 0.95, 3),
    "track_number track_no track_position": number(1, 6, 18),
    "disc_number disc_no disk_number": words("1*14|2*2|3"),
    "bitrate_kbps bitrate bit_rate_kbps audio_bitrate": words("320*6|256*4|192*2|128*2"),
    "sample_rate_hz sample_rate sampling_rate": words("44100*8|48000*4|96000"),
    "bit_depth": words("16*5|24*3"),
    "audio_format audio_codec": words("mp3*5|flac*3|aac*2|m4a|ogg|wav"),
    "release_upc album_upc": shape("0############"),
    "track_id_code spotify_id": shape("&#&&#@&#&@&&#&@&#&&@#&"),
}

AMBIGUOUS, PLAIN = split(
    merge(NAMES, MEASURES), "artist danceability acousticness bitrate sample loudness disc"
)

DOMAIN = domain(
    "music",
    merge(GENRES, KEYS, PLAIN),
    merge(
        AMBIGUOUS,
        {
            "genre style": pick(GENRES, "music_genre"),
            "title name": pick(NAMES, "song_title"),
            "description": pick(NAMES, "playlist_description"),
            "label": pick(NAMES, "record_label"),
            "key": either(pick(KEYS, "_pitch_class"), pick(KEYS, "musical_key")),
            "mode": either(words("1*3|0*2"), words("major*3|minor*2")),
            "duration_ms length_ms": number(95000, 213000, 480000),
            "duration_seconds duration length_seconds duration_sec duration_s": number(
                95, 213, 480
            ),
            "popularity": number(0, 36, 97),
            "file_format format codec": pick(MEASURES, "audio_format"),
            "year release_year": number(1968, 2014, 2025),
            "lyrics": pick(NAMES, "lyric"),
        },
    ),
    """instrument mood track song performer playlist album release_type release_title
    concert_title instrument_name label_name band tempo time_signature track_number
    audio_quality stream_quality primary_genre key_name""",
)
