"""Cities and streets of more countries, in the language of the locale.

The rows are those of :mod:`cities`. A key is a country, or a locale if its country has several
languages.
"""

from __future__ import annotations

MORE_CITIES = {
    "MX": """\
Ciudad de México|Ciudad de México|CMX|06|55|19.4326|-99.1332|America/Mexico_City
Guadalajara|Jalisco|JAL|44|33|20.6597|-103.3496|America/Mexico_City
Zapopan|Jalisco|JAL|45|33|20.7214|-103.3918|America/Mexico_City
Monterrey|Nuevo León|NLE|64|81|25.6866|-100.3161|America/Monterrey
Puebla|Puebla|PUE|72|222|19.0414|-98.2063|America/Mexico_City
Tijuana|Baja California|BCN|22|664|32.5149|-117.0382|America/Tijuana
León|Guanajuato|GUA|37|477|21.1250|-101.6860|America/Mexico_City
Chihuahua|Chihuahua|CHH|31|614|28.6330|-106.0691|America/Chihuahua
Mérida|Yucatán|YUC|97|999|20.9674|-89.5926|America/Merida
Querétaro|Querétaro|QUE|76|442|20.5888|-100.3899|America/Mexico_City
San Luis Potosí|San Luis Potosí|SLP|78|444|22.1565|-100.9855|America/Mexico_City
Aguascalientes|Aguascalientes|AGU|20|449|21.8853|-102.2916|America/Mexico_City
Hermosillo|Sonora|SON|83|662|29.0730|-110.9559|America/Hermosillo
Toluca|Estado de México|MEX|50|722|19.2826|-99.6557|America/Mexico_City
Morelia|Michoacán|MIC|58|443|19.7060|-101.1950|America/Mexico_City
Veracruz|Veracruz|VER|91|229|19.1738|-96.1342|America/Mexico_City
Oaxaca de Juárez|Oaxaca|OAX|68|951|17.0732|-96.7266|America/Mexico_City
Cancún|Quintana Roo|ROO|77|998|21.1619|-86.8515|America/Cancun
Culiacán|Sinaloa|SIN|80|667|24.8091|-107.3940|America/Mazatlan
Saltillo|Coahuila|COA|25|844|25.4383|-100.9737|America/Monterrey""",
    "ES": """\
Madrid|Comunidad de Madrid|MD|28||40.4168|-3.7038|Europe/Madrid
Barcelona|Cataluña|CT|08||41.3874|2.1686|Europe/Madrid
Valencia|Comunidad Valenciana|VC|46||39.4699|-0.3763|Europe/Madrid
Sevilla|Andalucía|AN|41||37.3891|-5.9845|Europe/Madrid
Zaragoza|Aragón|AR|50||41.6488|-0.8891|Europe/Madrid
Málaga|Andalucía|AN|29||36.7213|-4.4214|Europe/Madrid
Murcia|Región de Murcia|MC|30||37.9922|-1.1307|Europe/Madrid
Palma|Islas Baleares|IB|07||39.5696|2.6502|Europe/Madrid
Bilbao|País Vasco|PV|48||43.2630|-2.9350|Europe/Madrid
Alicante|Comunidad Valenciana|VC|03||38.3452|-0.4810|Europe/Madrid
Córdoba|Andalucía|AN|14||37.8882|-4.7794|Europe/Madrid
Valladolid|Castilla y León|CL|47||41.6523|-4.7245|Europe/Madrid
Vigo|Galicia|GA|36||42.2406|-8.7207|Europe/Madrid
Gijón|Asturias|AS|33||43.5322|-5.6611|Europe/Madrid
Granada|Andalucía|AN|18||37.1773|-3.5986|Europe/Madrid
Pamplona|Navarra|NC|31||42.8125|-1.6458|Europe/Madrid
Santander|Cantabria|CB|39||43.4623|-3.8100|Europe/Madrid
Toledo|Castilla-La Mancha|CM|45||39.8628|-4.0273|Europe/Madrid
Salamanca|Castilla y León|CL|37||40.9701|-5.6635|Europe/Madrid
San Sebastián|País Vasco|PV|20||43.3183|-1.9812|Europe/Madrid""",
    "BR": """\
São Paulo|São Paulo|SP|01310-|11|-23.5505|-46.6333|America/Sao_Paulo
Campinas|São Paulo|SP|13010-|19|-22.9099|-47.0626|America/Sao_Paulo
Santos|São Paulo|SP|11010-|13|-23.9608|-46.3336|America/Sao_Paulo
Rio de Janeiro|Rio de Janeiro|RJ|20040-|21|-22.9068|-43.1729|America/Sao_Paulo
Niterói|Rio de Janeiro|RJ|24020-|21|-22.8832|-43.1034|America/Sao_Paulo
Belo Horizonte|Minas Gerais|MG|30130-|31|-19.9167|-43.9345|America/Sao_Paulo
Uberlândia|Minas Gerais|MG|38400-|34|-18.9186|-48.2772|America/Sao_Paulo
Brasília|Distrito Federal|DF|70040-|61|-15.7939|-47.8828|America/Sao_Paulo
Salvador|Bahia|BA|40020-|71|-12.9777|-38.5016|America/Bahia
Fortaleza|Ceará|CE|60025-|85|-3.7319|-38.5267|America/Fortaleza
Recife|Pernambuco|PE|50030-|81|-8.0476|-34.8770|America/Recife
Curitiba|Paraná|PR|80020-|41|-25.4284|-49.2733|America/Sao_Paulo
Londrina|Paraná|PR|86010-|43|-23.3045|-51.1696|America/Sao_Paulo
Porto Alegre|Rio Grande do Sul|RS|90010-|51|-30.0346|-51.2177|America/Sao_Paulo
Florianópolis|Santa Catarina|SC|88010-|48|-27.5949|-48.5482|America/Sao_Paulo
Manaus|Amazonas|AM|69005-|92|-3.1190|-60.0217|America/Manaus
Belém|Pará|PA|66010-|91|-1.4558|-48.4902|America/Belem
Goiânia|Goiás|GO|74003-|62|-16.6869|-49.2648|America/Sao_Paulo
Vitória|Espírito Santo|ES|29010-|27|-20.3155|-40.3128|America/Sao_Paulo
Natal|Rio Grande do Norte|RN|59012-|84|-5.7793|-35.2009|America/Fortaleza""",
    "IT": """\
Roma|Lazio|RM|001||41.9028|12.4964|Europe/Rome
Milano|Lombardia|MI|201||45.4642|9.1900|Europe/Rome
Napoli|Campania|NA|801||40.8518|14.2681|Europe/Rome
Torino|Piemonte|TO|101||45.0703|7.6869|Europe/Rome
Palermo|Sicilia|PA|901||38.1157|13.3615|Europe/Rome
Genova|Liguria|GE|161||44.4056|8.9463|Europe/Rome
Bologna|Emilia-Romagna|BO|401||44.4949|11.3426|Europe/Rome
Firenze|Toscana|FI|501||43.7696|11.2558|Europe/Rome
Bari|Puglia|BA|701||41.1171|16.8719|Europe/Rome
Catania|Sicilia|CT|951||37.5079|15.0830|Europe/Rome
Venezia|Veneto|VE|301||45.4408|12.3155|Europe/Rome
Verona|Veneto|VR|371||45.4384|10.9916|Europe/Rome
Padova|Veneto|PD|351||45.4064|11.8768|Europe/Rome
Trieste|Friuli-Venezia Giulia|TS|341||45.6495|13.7768|Europe/Rome
Perugia|Umbria|PG|061||43.1107|12.3908|Europe/Rome
Cagliari|Sardegna|CA|091||39.2238|9.1217|Europe/Rome""",
    "NL": """\
Amsterdam|Noord-Holland|NH|1012 ||52.3676|4.9041|Europe/Amsterdam
Haarlem|Noord-Holland|NH|2011 ||52.3874|4.6462|Europe/Amsterdam
Rotterdam|Zuid-Holland|ZH|3011 ||51.9244|4.4777|Europe/Amsterdam
Den Haag|Zuid-Holland|ZH|2511 ||52.0705|4.3007|Europe/Amsterdam
Leiden|Zuid-Holland|ZH|2312 ||52.1601|4.4970|Europe/Amsterdam
Utrecht|Utrecht|UT|3511 ||52.0907|5.1214|Europe/Amsterdam
Eindhoven|Noord-Brabant|NB|5611 ||51.4416|5.4697|Europe/Amsterdam
Tilburg|Noord-Brabant|NB|5038 ||51.5555|5.0913|Europe/Amsterdam
Breda|Noord-Brabant|NB|4811 ||51.5719|4.7683|Europe/Amsterdam
Groningen|Groningen|GR|9711 ||53.2194|6.5665|Europe/Amsterdam
Almere|Flevoland|FL|1315 ||52.3508|5.2647|Europe/Amsterdam
Nijmegen|Gelderland|GE|6511 ||51.8126|5.8372|Europe/Amsterdam
Arnhem|Gelderland|GE|6811 ||51.9851|5.8987|Europe/Amsterdam
Enschede|Overijssel|OV|7511 ||52.2215|6.8937|Europe/Amsterdam
Zwolle|Overijssel|OV|8011 ||52.5168|6.0830|Europe/Amsterdam
Maastricht|Limburg|LI|6211 ||50.8514|5.6910|Europe/Amsterdam""",
    "PT": """\
Lisboa|Lisboa|11|1100-||38.7223|-9.1393|Europe/Lisbon
Porto|Porto|13|4000-||41.1579|-8.6291|Europe/Lisbon
Braga|Braga|03|4700-||41.5454|-8.4265|Europe/Lisbon
Coimbra|Coimbra|06|3000-||40.2033|-8.4103|Europe/Lisbon
Faro|Faro|08|8000-||37.0194|-7.9322|Europe/Lisbon
Setúbal|Setúbal|15|2900-||38.5244|-8.8882|Europe/Lisbon
Aveiro|Aveiro|01|3800-||40.6405|-8.6538|Europe/Lisbon
Évora|Évora|07|7000-||38.5714|-7.9135|Europe/Lisbon
Funchal|Madeira|30|9000-||32.6669|-16.9241|Atlantic/Madeira
Viseu|Viseu|18|3500-||40.6566|-7.9125|Europe/Lisbon""",
    "PL": """\
Warszawa|mazowieckie|MZ|00-||52.2297|21.0122|Europe/Warsaw
Kraków|małopolskie|MA|30-||50.0647|19.9450|Europe/Warsaw
Łódź|łódzkie|LD|90-||51.7592|19.4560|Europe/Warsaw
Wrocław|dolnośląskie|DS|50-||51.1079|17.0385|Europe/Warsaw
Poznań|wielkopolskie|WP|60-||52.4064|16.9252|Europe/Warsaw
Gdańsk|pomorskie|PM|80-||54.3520|18.6466|Europe/Warsaw
Szczecin|zachodniopomorskie|ZP|70-||53.4285|14.5528|Europe/Warsaw
Lublin|lubelskie|LU|20-||51.2465|22.5684|Europe/Warsaw
Katowice|śląskie|SL|40-||50.2649|19.0238|Europe/Warsaw
Białystok|podlaskie|PD|15-||53.1325|23.1688|Europe/Warsaw""",
    "zh_CN": """\
北京市|北京市|BJ|1000||39.9042|116.4074|Asia/Shanghai
上海市|上海市|SH|2000||31.2304|121.4737|Asia/Shanghai
广州市|广东省|GD|5100||23.1291|113.2644|Asia/Shanghai
深圳市|广东省|GD|5180||22.5431|114.0579|Asia/Shanghai
成都市|四川省|SC|6100||30.5728|104.0668|Asia/Shanghai
杭州市|浙江省|ZJ|3100||30.2741|120.1551|Asia/Shanghai
武汉市|湖北省|HB|4300||30.5928|114.3055|Asia/Shanghai
南京市|江苏省|JS|2100||32.0603|118.7969|Asia/Shanghai
苏州市|江苏省|JS|2150||31.2989|120.5853|Asia/Shanghai
重庆市|重庆市|CQ|4000||29.5630|106.5516|Asia/Shanghai
天津市|天津市|TJ|3000||39.3434|117.3616|Asia/Shanghai
西安市|陕西省|SN|7100||34.3416|108.9398|Asia/Shanghai
长沙市|湖南省|HN|4100||28.2282|112.9388|Asia/Shanghai
青岛市|山东省|SD|2660||36.0671|120.3826|Asia/Shanghai
沈阳市|辽宁省|LN|1100||41.8057|123.4315|Asia/Shanghai
郑州市|河南省|HA|4500||34.7466|113.6253|Asia/Shanghai
厦门市|福建省|FJ|3610||24.4798|118.0894|Asia/Shanghai
昆明市|云南省|YN|6500||24.8801|102.8329|Asia/Shanghai""",
    "hi_IN": """\
नई दिल्ली|दिल्ली|DL|110|11|28.6139|77.2090|Asia/Kolkata
मुंबई|महाराष्ट्र|MH|400|22|19.0760|72.8777|Asia/Kolkata
पुणे|महाराष्ट्र|MH|411|20|18.5204|73.8567|Asia/Kolkata
नागपुर|महाराष्ट्र|MH|440|712|21.1458|79.0882|Asia/Kolkata
बेंगलुरु|कर्नाटक|KA|560|80|12.9716|77.5946|Asia/Kolkata
चेन्नई|तमिलनाडु|TN|600|44|13.0827|80.2707|Asia/Kolkata
कोलकाता|पश्चिम बंगाल|WB|700|33|22.5726|88.3639|Asia/Kolkata
हैदराबाद|तेलंगाना|TG|500|40|17.3850|78.4867|Asia/Kolkata
अहमदाबाद|गुजरात|GJ|380|79|23.0225|72.5714|Asia/Kolkata
जयपुर|राजस्थान|RJ|302|141|26.9124|75.7873|Asia/Kolkata
लखनऊ|उत्तर प्रदेश|UP|226|522|26.8467|80.9462|Asia/Kolkata
कानपुर|उत्तर प्रदेश|UP|208|512|26.4499|80.3319|Asia/Kolkata
भोपाल|मध्य प्रदेश|MP|462|755|23.2599|77.4126|Asia/Kolkata
इंदौर|मध्य प्रदेश|MP|452|731|22.7196|75.8577|Asia/Kolkata
पटना|बिहार|BR|800|612|25.5941|85.1376|Asia/Kolkata""",
    "IN": """\
New Delhi|Delhi|DL|110|11|28.6139|77.2090|Asia/Kolkata
Mumbai|Maharashtra|MH|400|22|19.0760|72.8777|Asia/Kolkata
Pune|Maharashtra|MH|411|20|18.5204|73.8567|Asia/Kolkata
Nagpur|Maharashtra|MH|440|712|21.1458|79.0882|Asia/Kolkata
Bengaluru|Karnataka|KA|560|80|12.9716|77.5946|Asia/Kolkata
Chennai|Tamil Nadu|TN|600|44|13.0827|80.2707|Asia/Kolkata
Kolkata|West Bengal|WB|700|33|22.5726|88.3639|Asia/Kolkata
Hyderabad|Telangana|TG|500|40|17.3850|78.4867|Asia/Kolkata
Ahmedabad|Gujarat|GJ|380|79|23.0225|72.5714|Asia/Kolkata
Jaipur|Rajasthan|RJ|302|141|26.9124|75.7873|Asia/Kolkata
Lucknow|Uttar Pradesh|UP|226|522|26.8467|80.9462|Asia/Kolkata
Bhopal|Madhya Pradesh|MP|462|755|23.2599|77.4126|Asia/Kolkata
Patna|Bihar|BR|800|612|25.5941|85.1376|Asia/Kolkata""",
    "SA": """\
الرياض|منطقة الرياض|01|112||24.7136|46.6753|Asia/Riyadh
جدة|منطقة مكة المكرمة|02|214||21.4858|39.1925|Asia/Riyadh
مكة المكرمة|منطقة مكة المكرمة|02|242||21.3891|39.8579|Asia/Riyadh
الطائف|منطقة مكة المكرمة|02|265||21.2854|40.4245|Asia/Riyadh
المدينة المنورة|منطقة المدينة المنورة|03|423||24.5247|39.5692|Asia/Riyadh
الدمام|المنطقة الشرقية|04|324||26.4207|50.0888|Asia/Riyadh
الخبر|المنطقة الشرقية|04|319||26.2172|50.1971|Asia/Riyadh
بريدة|منطقة القصيم|05|523||26.3260|43.9750|Asia/Riyadh
حائل|منطقة حائل|06|554||27.5114|41.7208|Asia/Riyadh
تبوك|منطقة تبوك|07|477||28.3838|36.5550|Asia/Riyadh
أبها|منطقة عسير|14|625||18.2164|42.5053|Asia/Riyadh""",
}

MORE_POSTAL_DIGITS = {
    "MX": 3,
    "ES": 3,
    "BR": 3,
    "IT": 2,
    "PT": 3,
    "PL": 3,
    "CN": 2,
    "IN": 3,
    "SA": 2,
}
"""How many digits follow the beginning of a postal code."""

MORE_POSTAL_LETTERS = {"NL": 2}


def _list_names(text: str) -> tuple[str, ...]:
    """Return the names in *text*, separated by commas."""
    return tuple(name.strip() for name in " ".join(text.split()).split(","))


def _combine(kinds: str, names: str) -> tuple[str, ...]:
    """Return each of *names* after each of *kinds*, both separated by commas."""
    return tuple(f"{kind} {name}" for name in _list_names(names) for kind in _list_names(kinds))


MORE_STREETS = {
    "MX": _combine(
        "Calle, Avenida",
        """Hidalgo, Morelos, Juárez, Independencia, Reforma, Revolución, Allende, Guerrero,
        Zaragoza, 5 de Mayo, 16 de Septiembre, Constitución, Insurgentes, de los Pinos, del Carmen,
        Las Flores, del Sol, Universidad, Matamoros, Niños Héroes""",
    ),
    "ES": _combine(
        "Calle, Avenida, Plaza",
        """Mayor, del Sol, de la Paz, de Goya, de Cervantes, de la Constitución, de España, Real,
        de las Flores, del Carmen, San Juan, Nueva, de la Iglesia, del Mar, de Andalucía,
        de Colón, de Velázquez, del Prado""",
    ),
    "BR": _combine(
        "Rua, Avenida",
        """das Flores, Sete de Setembro, Quinze de Novembro, Tiradentes, Santos Dumont, São João,
        Brasil, da Paz, das Acácias, do Comércio, Marechal Deodoro, Dom Pedro II, Santa Luzia,
        Rui Barbosa, das Palmeiras, José Bonifácio, Bela Vista, Paraná""",
    ),
    "PT": _combine(
        "Rua, Avenida, Travessa",
        """da Liberdade, do Comércio, de Camões, da Igreja, das Flores, do Sol, da República,
        de Santo António, 25 de Abril, da Escola, do Carmo, de São Pedro""",
    ),
    "IT": _combine(
        "Via, Viale, Piazza",
        """Roma, Garibaldi, Mazzini, Verdi, Dante, Cavour, Marconi, Matteotti, Leopardi, Manzoni,
        della Repubblica, dei Mille, Trento, Milano, Galilei, San Marco, delle Rose""",
    ),
    "NL": tuple(
        """Dorpsstraat Kerkstraat Hoofdstraat Molenstraat Schoolstraat Stationsweg Julianastraat
        Beatrixlaan Wilhelminastraat Nieuwstraat Lindelaan Beukenlaan Eikenlaan Kastanjelaan
        Parklaan Marktplein Havenstraat Raadhuisplein Emmastraat Tulpstraat Rozenstraat Acacialaan
        Berkenlaan Meidoornstraat""".split()
    ),
    "PL": _combine(
        "ul.",
        """Polna, Leśna, Słoneczna, Krótka, Szkolna, Ogrodowa, Lipowa, Brzozowa, Łąkowa, Kwiatowa,
        Kościelna, Sosnowa, Zielona, Parkowa, Akacjowa, Kolejowa, Mickiewicza, Sienkiewicza""",
    ),
    "CN": tuple(
        """人民路 中山路 解放路 建设路 和平路 文化路 新华路 长江路 黄河路 北京路 南京路 上海路
        胜利街 光明街 友谊路 青年路 学院路 公园路 花园路 东风路""".split()
    ),
    "hi_IN": _list_names(
        """गांधी मार्ग, नेहरू रोड, स्टेशन रोड, मुख्य बाज़ार, सुभाष मार्ग, पटेल नगर, शास्त्री नगर,
        राजेंद्र नगर, तिलक मार्ग, कमला नगर, सदर बाज़ार, विकास नगर, अशोक मार्ग"""
    ),
    "IN": _list_names(
        """MG Road, Station Road, Nehru Road, Gandhi Marg, Park Street, Church Street, Temple Road,
        Lake View Road, Market Road, Brigade Road, Ring Road, College Road, Link Road"""
    ),
    "SA": _combine(
        "شارع",
        """الملك فهد, الملك عبدالعزيز, العليا, التحلية, الأمير سلطان, الستين, الجامعة, الورود,
        النخيل, السلام, المطار, الخليج, الروضة, الياسمين""",
    ),
}
"""Names of streets, by country or locale."""
