"""Cities of the countries of which :mod:`providers.data.cities` has none.

They serve records whose country or city the user fixes. A row is: name, state, beginning of the
postal code, latitude and longitude in degrees. The time zone is that of the country's capital.
"""

WORLD_CITIES = {
    "AE": (5, "Dubai|Dubai||25.2048|55.2708;Abu Dhabi|Abu Dhabi||24.4539|54.3773"),
    "AR": (
        4,
        "Buenos Aires|Buenos Aires|1|-34.6037|-58.3816;Córdoba|Córdoba|50|-31.4201|-64.1888"
        ";Rosario|Santa Fe|20|-32.9442|-60.6505",
    ),
    "AT": (
        4,
        "Wien|Wien|1|48.2082|16.3738;Vienna|Vienna|1|48.2082|16.3738"
        ";Graz|Steiermark|80|47.0707|15.4395;Linz|Oberösterreich|40|48.3069|14.2858"
        ";Salzburg|Salzburg|50|47.8095|13.0550;Innsbruck|Tirol|60|47.2692|11.4041",
    ),
    "BE": (
        4,
        "Brussels|Brussels|10|50.8503|4.3517;Antwerp|Antwerp|20|51.2194|4.4025"
        ";Ghent|East Flanders|90|51.0543|3.7174;Bruges|West Flanders|80|51.2093|3.2247",
    ),
    "BG": (4, "Sofia|Sofia|1|42.6977|23.3219;Plovdiv|Plovdiv|40|42.1354|24.7453"),
    "BR": (
        8,
        "São Paulo|São Paulo|01|-23.5505|-46.6333"
        ";Rio de Janeiro|Rio de Janeiro|20|-22.9068|-43.1729"
        ";Brasília|Distrito Federal|70|-15.7939|-47.8828;Salvador|Bahia|40|-12.9777|-38.5016",
    ),
    "CH": (
        4,
        "Zürich|Zürich|80|47.3769|8.5417;Zurich|Zürich|80|47.3769|8.5417"
        ";Genève|Genève|12|46.2044|6.1432;Geneva|Genève|12|46.2044|6.1432"
        ";Basel|Basel-Stadt|40|47.5596|7.5886;Bern|Bern|30|46.9480|7.4474",
    ),
    "CL": (7, "Santiago|Santiago|83|-33.4489|-70.6693;Valparaíso|Valparaíso|23|-33.0472|-71.6127"),
    "CN": (
        6,
        "Beijing|Beijing|10|39.9042|116.4074;Shanghai|Shanghai|20|31.2304|121.4737"
        ";Shenzhen|Guangdong|518|22.5431|114.0579;Guangzhou|Guangdong|510|23.1291|113.2644",
    ),
    "CO": (6, "Bogotá|Bogotá|11|4.7110|-74.0721;Medellín|Antioquia|05|6.2442|-75.5812"),
    "CZ": (
        5,
        "Prague|Prague|1|50.0755|14.4378;Praha|Praha|1|50.0755|14.4378"
        ";Brno|South Moravia|60|49.1951|16.6068;Ostrava|Moravia-Silesia|70|49.8209|18.2625",
    ),
    "DK": (
        4,
        "Copenhagen|Hovedstaden|1|55.6761|12.5683;København|Hovedstaden|1|55.6761|12.5683"
        ";Aarhus|Midtjylland|80|56.1629|10.2039;Odense|Syddanmark|50|55.4038|10.4024"
        ";Aalborg|Nordjylland|90|57.0488|9.9217",
    ),
    "EE": (5, "Tallinn|Harju|10|59.4370|24.7536;Tartu|Tartu|50|58.3780|26.7290"),
    "EG": (5, "Cairo|Cairo|11|30.0444|31.2357;Alexandria|Alexandria|21|31.2001|29.9187"),
    "ES": (
        5,
        "Madrid|Madrid|28|40.4168|-3.7038;Barcelona|Barcelona|08|41.3874|2.1686"
        ";Valencia|Valencia|46|39.4699|-0.3763;Sevilla|Sevilla|41|37.3891|-5.9845"
        ";Bilbao|Bizkaia|48|43.2630|-2.9350;Málaga|Málaga|29|36.7213|-4.4214",
    ),
    "FI": (
        5,
        "Helsinki|Uusimaa|00|60.1699|24.9384;Tampere|Pirkanmaa|33|61.4978|23.7610"
        ";Turku|Varsinais-Suomi|20|60.4518|22.2666;Oulu|Pohjois-Pohjanmaa|90|65.0121|25.4651",
    ),
    "GR": (5, "Athens|Attica|10|37.9838|23.7275;Thessaloniki|Macedonia|54|40.6401|22.9444"),
    "HR": (5, "Zagreb|Zagreb|10|45.8150|15.9819;Split|Split-Dalmatia|21|43.5081|16.4402"),
    "HU": (4, "Budapest|Budapest|1|47.4979|19.0402;Debrecen|Hajdú-Bihar|40|47.5316|21.6273"),
    "ID": (5, "Jakarta|Jakarta|10|-6.2088|106.8456;Surabaya|East Java|60|-7.2575|112.7521"),
    "IE": (
        0,
        "Dublin|Dublin|D02 X285|53.3498|-6.2603;Cork|Cork|T12 W8KP|51.8985|-8.4756"
        ";Galway|Galway|H91 E9XA|53.2707|-9.0568",
    ),
    "IL": (7, "Jerusalem|Jerusalem|9|31.7683|35.2137;Tel Aviv|Tel Aviv|6|32.0853|34.7818"),
    "IN": (
        6,
        "Mumbai|Maharashtra|400|19.0760|72.8777;New Delhi|Delhi|110|28.6139|77.2090"
        ";Delhi|Delhi|110|28.7041|77.1025;Bengaluru|Karnataka|560|12.9716|77.5946"
        ";Bangalore|Karnataka|560|12.9716|77.5946;Chennai|Tamil Nadu|600|13.0827|80.2707"
        ";Kolkata|West Bengal|700|22.5726|88.3639;Hyderabad|Telangana|500|17.3850|78.4867",
    ),
    "IS": (3, "Reykjavik|Capital Region|1|64.1466|-21.9426;Akureyri|Northeast|60|65.6885|-18.1262"),
    "IT": (
        5,
        "Roma|Lazio|00|41.9028|12.4964;Rome|Lazio|00|41.9028|12.4964"
        ";Milano|Lombardia|20|45.4642|9.1900;Milan|Lombardia|20|45.4642|9.1900"
        ";Napoli|Campania|80|40.8518|14.2681;Torino|Piemonte|10|45.0703|7.6869"
        ";Firenze|Toscana|50|43.7696|11.2558;Venezia|Veneto|30|45.4408|12.3155",
    ),
    "KR": (5, "Seoul|Seoul|0|37.5665|126.9780;Busan|Busan|46|35.1796|129.0756"),
    "LT": (5, "Vilnius|Vilnius|01|54.6872|25.2797;Kaunas|Kaunas|44|54.8985|23.9036"),
    "LV": (4, "Riga|Riga|10|56.9496|24.1052;Daugavpils|Daugavpils|54|55.8714|26.5161"),
    "MX": (
        5,
        "Mexico City|Mexico City|0|19.4326|-99.1332;Guadalajara|Jalisco|44|20.6597|-103.3496"
        ";Monterrey|Nuevo León|64|25.6866|-100.3161",
    ),
    "NL": (
        4,
        "Amsterdam|Noord-Holland|10|52.3676|4.9041;Rotterdam|Zuid-Holland|30|51.9244|4.4777"
        ";Den Haag|Zuid-Holland|25|52.0705|4.3007;The Hague|Zuid-Holland|25|52.0705|4.3007"
        ";Utrecht|Utrecht|35|52.0907|5.1214;Eindhoven|Noord-Brabant|56|51.4416|5.4697",
    ),
    "NO": (
        4,
        "Oslo|Oslo|0|59.9139|10.7522;Bergen|Vestland|50|60.3913|5.3221"
        ";Trondheim|Trøndelag|70|63.4305|10.3951;Stavanger|Rogaland|40|58.9700|5.7331"
        ";Tromsø|Troms|90|69.6492|18.9553",
    ),
    "NZ": (
        4,
        "Auckland|Auckland|10|-36.8509|174.7645;Wellington|Wellington|60|-41.2866|174.7756"
        ";Christchurch|Canterbury|80|-43.5321|172.6362",
    ),
    "PH": (4, "Manila|Metro Manila|10|14.5995|120.9842;Cebu City|Cebu|60|10.3157|123.8854"),
    "PL": (
        5,
        "Warszawa|Mazowieckie|0|52.2297|21.0122;Warsaw|Masovia|0|52.2297|21.0122"
        ";Kraków|Małopolskie|30|50.0647|19.9450;Gdańsk|Pomorskie|80|54.3520|18.6466"
        ";Wrocław|Dolnośląskie|50|51.1079|17.0385;Poznań|Wielkopolskie|60|52.4064|16.9252",
    ),
    "PT": (
        4,
        "Lisboa|Lisboa|1|38.7223|-9.1393;Lisbon|Lisbon|1|38.7223|-9.1393"
        ";Porto|Porto|40|41.1579|-8.6291;Coimbra|Coimbra|30|40.2033|-8.4103",
    ),
    "RO": (
        6,
        "Bucharest|Bucharest|0|44.4268|26.1025;București|București|0|44.4268|26.1025"
        ";Cluj-Napoca|Cluj|400|46.7712|23.6236",
    ),
    "RU": (
        6,
        "Moscow|Moscow|10|55.7558|37.6173;Saint Petersburg|Saint Petersburg|19|59.9311|30.3609",
    ),
    "SA": (5, "Riyadh|Riyadh|11|24.7136|46.6753;Jeddah|Makkah|21|21.4858|39.1925"),
    "SI": (4, "Ljubljana|Ljubljana|10|46.0569|14.5058;Maribor|Maribor|20|46.5547|15.6459"),
    "SK": (5, "Bratislava|Bratislava|81|48.1486|17.1077;Košice|Košice|04|48.7164|21.2611"),
    "TH": (5, "Bangkok|Bangkok|10|13.7563|100.5018;Chiang Mai|Chiang Mai|50|18.7883|98.9853"),
    "TR": (
        5,
        "Istanbul|Istanbul|34|41.0082|28.9784;Ankara|Ankara|06|39.9334|32.8597"
        ";Izmir|Izmir|35|38.4237|27.1428",
    ),
    "TW": (5, "Taipei|Taipei|10|25.0330|121.5654;Kaohsiung|Kaohsiung|80|22.6273|120.3014"),
    "UA": (
        5,
        "Kyiv|Kyiv|0|50.4501|30.5234;Lviv|Lviv|79|49.8397|24.0297;Odesa|Odesa|65|46.4825|30.7233",
    ),
    "VN": (
        6,
        "Hanoi|Hanoi|10|21.0278|105.8342;Ho Chi Minh City|Ho Chi Minh City|70|10.8231|106.6297",
    ),
    "ZA": (
        4,
        "Johannesburg|Gauteng|20|-26.2041|28.0473;Cape Town|Western Cape|80|-33.9249|18.4241"
        ";Durban|KwaZulu-Natal|40|-29.8587|31.0218",
    ),
}
"""By country: the digits of a postal code, and rows of cities, separated by semicolons."""

CANADIAN_CITIES = """\
Toronto|Ontario|ON|M5H 2N2|416|43.6532|-79.3832|America/Toronto
Ottawa|Ontario|ON|K1P 1J1|613|45.4215|-75.6972|America/Toronto
Montreal|Quebec|QC|H3B 1A7|514|45.5017|-73.5673|America/Toronto
Vancouver|British Columbia|BC|V6C 1A1|604|49.2827|-123.1207|America/Vancouver
Calgary|Alberta|AB|T2P 1J9|403|51.0447|-114.0719|America/Edmonton"""
"""Cities of Canada as rows of :data:`CITIES`, each with one postal code."""

LOCAL_CITY_NAMES = {
    "munich": "München",
    "cologne": "Köln",
    "nuremberg": "Nürnberg",
    "gothenburg": "Göteborg",
    "tokyo": "東京",
}
"""By English name in small letters: the name of a city in its own country."""

OTHER_COUNTRY_NAMES = {
    "usa": "US",
    "united states of america": "US",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "czech republic": "CZ",
    "holland": "NL",
    "the netherlands": "NL",
    "korea": "KR",
    "turkiye": "TR",
    "uae": "AE",
}
"""By name in small letters: the code of a country that has that name, too."""
