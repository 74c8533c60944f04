"""Cities and streets of some countries.

A row of :data:`CITIES` is: name, state, code of the state, beginning of the postal code, area code,
latitude and longitude in degrees, time zone.
"""

CITIES = {
    "US": """\
New York|New York|NY|100|212|40.7128|-74.0060|America/New_York
Brooklyn|New York|NY|112|718|40.6782|-73.9442|America/New_York
Buffalo|New York|NY|142|716|42.8864|-78.8784|America/New_York
Rochester|New York|NY|146|585|43.1566|-77.6088|America/New_York
Los Angeles|California|CA|900|213|34.0522|-118.2437|America/Los_Angeles
San Diego|California|CA|921|619|32.7157|-117.1611|America/Los_Angeles
San Francisco|California|CA|941|415|37.7749|-122.4194|America/Los_Angeles
San Jose|California|CA|951|408|37.3382|-121.8863|America/Los_Angeles
Sacramento|California|CA|958|916|38.5816|-121.4944|America/Los_Angeles
Oakland|California|CA|946|510|37.8044|-122.2712|America/Los_Angeles
Fresno|California|CA|937|559|36.7378|-119.7871|America/Los_Angeles
Chicago|Illinois|IL|606|312|41.8781|-87.6298|America/Chicago
Springfield|Illinois|IL|627|217|39.7817|-89.6501|America/Chicago
Houston|Texas|TX|770|713|29.7604|-95.3698|America/Chicago
Dallas|Texas|TX|752|214|32.7767|-96.7970|America/Chicago
Austin|Texas|TX|787|512|30.2672|-97.7431|America/Chicago
San Antonio|Texas|TX|782|210|29.4241|-98.4936|America/Chicago
El Paso|Texas|TX|799|915|31.7619|-106.4850|America/Denver
Phoenix|Arizona|AZ|850|602|33.4484|-112.0740|America/Phoenix
Tucson|Arizona|AZ|857|520|32.2226|-110.9747|America/Phoenix
Philadelphia|Pennsylvania|PA|191|215|39.9526|-75.1652|America/New_York
Pittsburgh|Pennsylvania|PA|152|412|40.4406|-79.9959|America/New_York
Columbus|Ohio|OH|432|614|39.9612|-82.9988|America/New_York
Cleveland|Ohio|OH|441|216|41.4993|-81.6944|America/New_York
Cincinnati|Ohio|OH|452|513|39.1031|-84.5120|America/New_York
Indianapolis|Indiana|IN|462|317|39.7684|-86.1581|America/Indiana/Indianapolis
Charlotte|North Carolina|NC|282|704|35.2271|-80.8431|America/New_York
Raleigh|North Carolina|NC|276|919|35.7796|-78.6382|America/New_York
Seattle|Washington|WA|981|206|47.6062|-122.3321|America/Los_Angeles
Spokane|Washington|WA|992|509|47.6588|-117.4260|America/Los_Angeles
Denver|Colorado|CO|802|303|39.7392|-104.9903|America/Denver
Boulder|Colorado|CO|803|303|40.0150|-105.2705|America/Denver
Boston|Massachusetts|MA|021|617|42.3601|-71.0589|America/New_York
Worcester|Massachusetts|MA|016|508|42.2626|-71.8023|America/New_York
Nashville|Tennessee|TN|372|615|36.1627|-86.7816|America/Chicago
Memphis|Tennessee|TN|381|901|35.1495|-90.0490|America/Chicago
Detroit|Michigan|MI|482|313|42.3314|-83.0458|America/Detroit
Grand Rapids|Michigan|MI|495|616|42.9634|-85.6681|America/Detroit
Ann Arbor|Michigan|MI|481|734|42.2808|-83.7430|America/Detroit
Portland|Oregon|OR|972|503|45.5152|-122.6784|America/Los_Angeles
Eugene|Oregon|OR|974|541|44.0521|-123.0868|America/Los_Angeles
Las Vegas|Nevada|NV|891|702|36.1699|-115.1398|America/Los_Angeles
Reno|Nevada|NV|895|775|39.5296|-119.8138|America/Los_Angeles
Louisville|Kentucky|KY|402|502|38.2527|-85.7585|America/Kentucky/Louisville
Baltimore|Maryland|MD|212|410|39.2904|-76.6122|America/New_York
Milwaukee|Wisconsin|WI|532|414|43.0389|-87.9065|America/Chicago
Madison|Wisconsin|WI|537|608|43.0731|-89.4012|America/Chicago
Albuquerque|New Mexico|NM|871|505|35.0844|-106.6504|America/Denver
Kansas City|Missouri|MO|641|816|39.0997|-94.5786|America/Chicago
St. Louis|Missouri|MO|631|314|38.6270|-90.1994|America/Chicago
Atlanta|Georgia|GA|303|404|33.7490|-84.3880|America/New_York
Savannah|Georgia|GA|314|912|32.0809|-81.0912|America/New_York
Miami|Florida|FL|331|305|25.7617|-80.1918|America/New_York
Tampa|Florida|FL|336|813|27.9506|-82.4572|America/New_York
Orlando|Florida|FL|328|407|28.5383|-81.3792|America/New_York
Minneapolis|Minnesota|MN|554|612|44.9778|-93.2650|America/Chicago
New Orleans|Louisiana|LA|701|504|29.9511|-90.0715|America/Chicago
Honolulu|Hawaii|HI|968|808|21.3069|-157.8583|Pacific/Honolulu
Anchorage|Alaska|AK|995|907|61.2181|-149.9003|America/Anchorage
Salt Lake City|Utah|UT|841|801|40.7608|-111.8910|America/Denver
Boise|Idaho|ID|837|208|43.6150|-116.2023|America/Boise
Des Moines|Iowa|IA|503|515|41.5868|-93.6250|America/Chicago
Omaha|Nebraska|NE|681|402|41.2565|-95.9345|America/Chicago
Richmond|Virginia|VA|232|804|37.5407|-77.4360|America/New_York
Charleston|South Carolina|SC|294|843|32.7765|-79.9311|America/New_York
Birmingham|Alabama|AL|352|205|33.5186|-86.8104|America/Chicago
Providence|Rhode Island|RI|029|401|41.8240|-71.4128|America/New_York
Hartford|Connecticut|CT|061|860|41.7658|-72.6734|America/New_York
Burlington|Vermont|VT|054|802|44.4759|-73.2121|America/New_York
Portland|Maine|ME|041|207|43.6591|-70.2568|America/New_York""",
    "DE": """\
Berlin|Berlin|BE|10#||52.5200|13.4050|Europe/Berlin
Hamburg|Hamburg|HH|20#||53.5511|9.9937|Europe/Berlin
München|Bayern|BY|80#||48.1351|11.5820|Europe/Berlin
Köln|Nordrhein-Westfalen|NW|50#||50.9375|6.9603|Europe/Berlin
Frankfurt am Main|Hessen|HE|60#||50.1109|8.6821|Europe/Berlin
Stuttgart|Baden-Württemberg|BW|70#||48.7758|9.1829|Europe/Berlin
Düsseldorf|Nordrhein-Westfalen|NW|40#||51.2277|6.7735|Europe/Berlin
Leipzig|Sachsen|SN|04#||51.3397|12.3731|Europe/Berlin
Dortmund|Nordrhein-Westfalen|NW|44#||51.5136|7.4653|Europe/Berlin
Essen|Nordrhein-Westfalen|NW|45#||51.4556|7.0116|Europe/Berlin
Bremen|Bremen|HB|28#||53.0793|8.8017|Europe/Berlin
Dresden|Sachsen|SN|01#||51.0504|13.7373|Europe/Berlin
Hannover|Niedersachsen|NI|30#||52.3759|9.7320|Europe/Berlin
Nürnberg|Bayern|BY|90#||49.4521|11.0767|Europe/Berlin
Bonn|Nordrhein-Westfalen|NW|53#||50.7374|7.0982|Europe/Berlin
Münster|Nordrhein-Westfalen|NW|48#||51.9607|7.6261|Europe/Berlin
Karlsruhe|Baden-Württemberg|BW|76#||49.0069|8.4037|Europe/Berlin
Freiburg im Breisgau|Baden-Württemberg|BW|79#||47.9990|7.8421|Europe/Berlin
Kiel|Schleswig-Holstein|SH|24#||54.3233|10.1228|Europe/Berlin
Erfurt|Thüringen|TH|99#||50.9848|11.0299|Europe/Berlin
Mainz|Rheinland-Pfalz|RP|55#||49.9929|8.2473|Europe/Berlin
Rostock|Mecklenburg-Vorpommern|MV|18#||54.0924|12.0991|Europe/Berlin
Potsdam|Brandenburg|BB|14#||52.3906|13.0645|Europe/Berlin
Magdeburg|Sachsen-Anhalt|ST|39#||52.1205|11.6276|Europe/Berlin
Saarbrücken|Saarland|SL|66#||49.2402|6.9969|Europe/Berlin
Augsburg|Bayern|BY|86#||48.3705|10.8978|Europe/Berlin
Lübeck|Schleswig-Holstein|SH|23#||53.8655|10.6866|Europe/Berlin
Göttingen|Niedersachsen|NI|37#||51.5413|9.9158|Europe/Berlin""",
    "SE": """\
Stockholm|Stockholms län|AB|114 ||59.3293|18.0686|Europe/Stockholm
Göteborg|Västra Götalands län|O|411 ||57.7089|11.9746|Europe/Stockholm
Malmö|Skåne län|M|211 ||55.6050|13.0038|Europe/Stockholm
Uppsala|Uppsala län|C|753 ||59.8586|17.6389|Europe/Stockholm
Västerås|Västmanlands län|U|722 ||59.6099|16.5448|Europe/Stockholm
Örebro|Örebro län|T|702 ||59.2753|15.2134|Europe/Stockholm
Linköping|Östergötlands län|E|582 ||58.4108|15.6214|Europe/Stockholm
Helsingborg|Skåne län|M|252 ||56.0465|12.6945|Europe/Stockholm
Jönköping|Jönköpings län|F|553 ||57.7826|14.1618|Europe/Stockholm
Norrköping|Östergötlands län|E|602 ||58.5877|16.1924|Europe/Stockholm
Lund|Skåne län|M|222 ||55.7047|13.1910|Europe/Stockholm
Umeå|Västerbottens län|AC|903 ||63.8258|20.2630|Europe/Stockholm
Gävle|Gävleborgs län|X|803 ||60.6749|17.1413|Europe/Stockholm
Borås|Västra Götalands län|O|503 ||57.7210|12.9401|Europe/Stockholm
Södertälje|Stockholms län|AB|151 ||59.1955|17.6253|Europe/Stockholm
Eskilstuna|Södermanlands län|D|631 ||59.3666|16.5077|Europe/Stockholm
Karlstad|Värmlands län|S|652 ||59.3793|13.5036|Europe/Stockholm
Växjö|Kronobergs län|G|352 ||56.8777|14.8091|Europe/Stockholm
Halmstad|Hallands län|N|302 ||56.6745|12.8578|Europe/Stockholm
Sundsvall|Västernorrlands län|Y|852 ||62.3908|17.3069|Europe/Stockholm
Luleå|Norrbottens län|BD|972 ||65.5848|22.1547|Europe/Stockholm
Östersund|Jämtlands län|Z|831 ||63.1792|14.6357|Europe/Stockholm
Kalmar|Kalmar län|H|392 ||56.6634|16.3568|Europe/Stockholm
Visby|Gotlands län|I|621 ||57.6348|18.2948|Europe/Stockholm""",
    "JP": """\
渋谷区|東京都|13|150-||35.6618|139.7041|Asia/Tokyo
新宿区|東京都|13|160-||35.6938|139.7034|Asia/Tokyo
港区|東京都|13|105-||35.6581|139.7515|Asia/Tokyo
八王子市|東京都|13|192-||35.6664|139.3160|Asia/Tokyo
横浜市|神奈川県|14|220-||35.4437|139.6380|Asia/Tokyo
川崎市|神奈川県|14|210-||35.5309|139.7030|Asia/Tokyo
大阪市|大阪府|27|530-||34.6937|135.5023|Asia/Tokyo
名古屋市|愛知県|23|450-||35.1815|136.9066|Asia/Tokyo
札幌市|北海道|01|060-||43.0618|141.3545|Asia/Tokyo
福岡市|福岡県|40|810-||33.5904|130.4017|Asia/Tokyo
神戸市|兵庫県|28|650-||34.6901|135.1955|Asia/Tokyo
京都市|京都府|26|600-||35.0116|135.7681|Asia/Tokyo
さいたま市|埼玉県|11|330-||35.8617|139.6455|Asia/Tokyo
広島市|広島県|34|730-||34.3853|132.4553|Asia/Tokyo
仙台市|宮城県|04|980-||38.2682|140.8694|Asia/Tokyo
千葉市|千葉県|12|260-||35.6073|140.1063|Asia/Tokyo
新潟市|新潟県|15|950-||37.9162|139.0364|Asia/Tokyo
静岡市|静岡県|22|420-||34.9756|138.3828|Asia/Tokyo
熊本市|熊本県|43|860-||32.8031|130.7079|Asia/Tokyo
金沢市|石川県|17|920-||36.5613|136.6562|Asia/Tokyo""",
    "GB": """\
London|Greater London|LND|SW1A ||51.5074|-0.1278|Europe/London
Birmingham|West Midlands|BIR|B2 ||52.4862|-1.8904|Europe/London
Manchester|Greater Manchester|MAN|M4 ||53.4808|-2.2426|Europe/London
Leeds|West Yorkshire|LDS|LS1 ||53.8008|-1.5491|Europe/London
Glasgow|Glasgow|GLG|G2 ||55.8642|-4.2518|Europe/London
Edinburgh|Edinburgh|EDH|EH1 ||55.9533|-3.1883|Europe/London
Liverpool|Merseyside|LIV|L2 ||53.4084|-2.9916|Europe/London
Bristol|Bristol|BST|BS1 ||51.4545|-2.5879|Europe/London
Sheffield|South Yorkshire|SHF|S1 ||53.3811|-1.4701|Europe/London
Cardiff|Cardiff|CRF|CF10 ||51.4816|-3.1791|Europe/London
Belfast|Belfast|BFS|BT1 ||54.5973|-5.9301|Europe/London
Newcastle upon Tyne|Tyne and Wear|NET|NE1 ||54.9783|-1.6178|Europe/London
Nottingham|Nottinghamshire|NTT|NG1 ||52.9548|-1.1581|Europe/London
Oxford|Oxfordshire|OXF|OX1 ||51.7520|-1.2577|Europe/London
Cambridge|Cambridgeshire|CAM|CB2 ||52.2053|0.1218|Europe/London
York|North Yorkshire|YOR|YO1 ||53.9600|-1.0873|Europe/London
Brighton|East Sussex|BNH|BN1 ||50.8225|-0.1372|Europe/London
Aberdeen|Aberdeen|ABE|AB10 ||57.1497|-2.0943|Europe/London""",
    "FR": """\
Paris|Île-de-France|IDF|75||48.8566|2.3522|Europe/Paris
Marseille|Provence-Alpes-Côte d’Azur|PAC|13||43.2965|5.3698|Europe/Paris
Lyon|Auvergne-Rhône-Alpes|ARA|69||45.7640|4.8357|Europe/Paris
Toulouse|Occitanie|OCC|31||43.6047|1.4442|Europe/Paris
Nice|Provence-Alpes-Côte d’Azur|PAC|06||43.7102|7.2620|Europe/Paris
Nantes|Pays de la Loire|PDL|44||47.2184|-1.5536|Europe/Paris
Montpellier|Occitanie|OCC|34||43.6108|3.8767|Europe/Paris
Strasbourg|Grand Est|GES|67||48.5734|7.7521|Europe/Paris
Bordeaux|Nouvelle-Aquitaine|NAQ|33||44.8378|-0.5792|Europe/Paris
Lille|Hauts-de-France|HDF|59||50.6292|3.0573|Europe/Paris
Rennes|Bretagne|BRE|35||48.1173|-1.6778|Europe/Paris
Dijon|Bourgogne-Franche-Comté|BFC|21||47.3220|5.0415|Europe/Paris
Rouen|Normandie|NOR|76||49.4432|1.0993|Europe/Paris
Tours|Centre-Val de Loire|CVL|37||47.3941|0.6848|Europe/Paris""",
    "AU": """\
Sydney|New South Wales|NSW|20||-33.8688|151.2093|Australia/Sydney
Newcastle|New South Wales|NSW|23||-32.9283|151.7817|Australia/Sydney
Melbourne|Victoria|VIC|30||-37.8136|144.9631|Australia/Melbourne
Geelong|Victoria|VIC|32||-38.1499|144.3617|Australia/Melbourne
Brisbane|Queensland|QLD|40||-27.4698|153.0251|Australia/Brisbane
Cairns|Queensland|QLD|48||-16.9186|145.7781|Australia/Brisbane
Perth|Western Australia|WA|60||-31.9505|115.8605|Australia/Perth
Adelaide|South Australia|SA|50||-34.9285|138.6007|Australia/Adelaide
Hobart|Tasmania|TAS|70||-42.8821|147.3272|Australia/Hobart
Darwin|Northern Territory|NT|08||-12.4634|130.8456|Australia/Darwin
Canberra|Australian Capital Territory|ACT|26||-35.2809|149.1300|Australia/Sydney""",
}

POSTAL_DIGITS = {"US": 2, "DE": 2, "SE": 2, "JP": 4, "GB": 1, "FR": 3, "AU": 2}
"""How many digits follow the beginning of a postal code; a # in the beginning is one more."""

POSTAL_LETTERS = {"GB": 2}
"""How many letters follow the digits of a postal code."""

STREETS = {
    "US": tuple(
        f"{name} {kind}"
        for name in """Maple Oak Cedar Elm Pine Walnut Birch Willow Lincoln Washington Jefferson
        Madison Franklin Highland Lake Hill Park Church Mill River Spring Chestnut Sunset Ridge
        Meadow Forest Valley Prospect Cherry Dogwood Magnolia Juniper Sycamore Adams Jackson
        Monroe Harrison Union Center Market""".split()
        for kind in ("Street", "Avenue", "Lane", "Drive", "Road", "Court")
    ),
    "GB": tuple(
        f"{name} {kind}"
        for name in """Church Station Victoria Park Mill Queen King Albert George York Windsor
        Grange Chapel School London Manor Springfield Kingsway Stanley Green""".split()
        for kind in ("Road", "Street", "Lane", "Close", "Avenue")
    ),
    "DE": tuple(
        """Hauptstraße Bahnhofstraße Gartenstraße Schulstraße Dorfstraße Bergstraße Lindenstraße
        Birkenweg Kirchstraße Waldstraße Ringstraße Amselweg Goethestraße Schillerstraße
        Jahnstraße Wiesenweg Buchenweg Rosenstraße Eichenweg Ahornweg Feldstraße Mühlenweg
        Mozartstraße Beethovenstraße Parkstraße Marktplatz Friedhofstraße Sonnenstraße
        Uhlandstraße Kastanienallee Seestraße Tannenweg Fliederweg Burgstraße Brunnenstraße
        Poststraße Rathausplatz Steinweg Talstraße Uferstraße Nordstraße Südstraße""".split()
    ),
    "SE": tuple(
        """Storgatan Drottninggatan Kungsgatan Skolgatan Björkvägen Ekvägen Ringvägen Kyrkogatan
        Järnvägsgatan Parkvägen Tallvägen Granvägen Skogsvägen Ängsvägen Villagatan Industrigatan
        Nygatan Östergatan Västergatan Södergatan Norrgatan Stationsgatan Lindvägen Rönnvägen
        Strandvägen Kvarngatan Trädgårdsgatan Hamngatan Solvägen Bergsgatan""".split()
    ),
    "JP": tuple(
        """本町 栄町 中央 大手町 新町 東町 西町 緑町 桜町 青葉台 富士見 若葉台 鶴ヶ丘 旭町 泉町
           松原 南平台 日吉町 幸町 寿町""".split()
    ),
}
"""Names of streets, or of quarters in a country whose streets have no names."""
