/**
 * Furnished pages of invented outlets, written for these tests. A line that begins with "# " is the headline, one with
 * "> " a paragraph of the body, one with "~ " a subhead or an
 * hour inside it, which may be kept or not; every other line is furniture.
 */
export const FURNISHED: Record<string, string> = {
  "English: a body between a region menu and a long list of recommended stories with paragraphs": `
Skip to content
News
Tides
Harbour
Farming
Weather
Contact the newsroom
Home › Harbour › Works
# Crane that leaned for nine years is straightened in an afternoon
Orla Penhale
12 March, 16:40
Share
> The crane on Cutter's Wharf, which has leaned towards the customs house since a gale nine years ago, was set upright on Tuesday by two tugs and a winch borrowed from the lifeboat station.
> About four hundred people watched from the sea wall. The harbour master, Denzil Rook, had promised that the work would take a week, and apologised to those who had booked rooms.
> "We pulled, and it came," said Rook. "I have no better account of it than that."
> The crane will not be used again. A survey in January found that its boom is held together largely by paint, and the council wants to turn it into a lookout.
> The bill of 38,000 crowns is to be shared by the port and the county.
Recommended for you
Lifeboat crew asks for its winch back
The volunteers of the lifeboat station lent their only winch to the harbour on Monday. On Wednesday night they had to pull the boat up the slip by hand, in the rain, and they would like it returned.
Customs house to open as a hostel
After standing empty for eleven years the customs house has found a tenant. The upper floor is to hold forty beds, the cellar a bakery, and the old weighing room a small stage for travelling players.
Herring late again
For the third spring in a row the herring have come a fortnight late. The fishermen blame the warm winter, the scientists are not so sure, and the gulls have moved to the rubbish tip.
Mayor's cat found in Ellswick
The tabby that lives at the town hall was found in Ellswick, fourteen miles away, in the cab of a bread van. It had eaten most of a seeded loaf and was in good spirits.
About us
Privacy
Cookies
© Cutter's Wharf Courier`,

  "English: consent prose above a short body": `
We value your privacy
We and our 214 partners store and access information on a device, such as unique identifiers, and process personal data to show advertising that suits you, to measure it and to understand who reads what.
With your permission we may use precise location data. You may click to consent to this processing, or refuse to, or see more detailed information and change your preferences before you consent.
Your choice applies to this website only. You can change it at any time by returning to this page or by reading our privacy policy.
Manage options
Accept all
Reject all
Menu
Sport
Town
Letters
# Fire at Moorgate mill put out within the hour
Staff reporter
> A fire in the drying room of Moorgate mill was put out on Sunday evening within an hour, and nobody was hurt.
> The brigade believes that a bearing in the old fan ran hot. Some thirty bales of wool were lost, worth about 12,000 pounds.
> The mill will work again from Wednesday, its owner, Hesper Lowe, said.
Read next
Wool prices at lowest since 1998
What the mill means to Moorgate
Ten walks along the canal
Terms of use
Advertise with us
Contact us`,

  "Japanese: a short body, a caption with its place and a ranking": `
ログイン
会員登録
トップ
社会
経済
地域
スポーツ
# 無人駅に本棚、利用者が千冊を持ち寄る　浜名沢
2032年5月3日 7時15分
シェア
> 浜名沢町の無人駅「上ノ浦」の待合室に、住民が本を持ち寄る本棚ができた。二年前に始めたときは三十冊だったが、今では千冊を超えている。
上ノ浦駅の待合室に並ぶ本＝浜名沢町で四月三十日
> 始めたのは元国語教師の岸本たえさん（七十八）。「列車は二時間に一本しか来ない。読む時間だけはあるのです」と笑う。
> 町は今年度、棚を二つ増やす費用として十八万円を予算に計上した。
関連記事
無人駅の時計、高校生が修理
二時間に一本の列車、存続へ署名
アクセスランキング
1 港の猫、町民栄誉賞に
2 五月なのに雪、峠で立ち往生
3 名物うどん店が再開
利用規約
プライバシーポリシー
お問い合わせ`,

  "Korean: a body with a subhead": `
로그인
구독
뉴스
지역
경제
문화
스포츠
# 해오름시 옛 등대, 도서관으로 다시 불 밝힌다
송가람 기자
입력 2032.04.11 09:20
공유하기
> 해오름시는 사십 년 동안 비어 있던 남쪽 방파제의 옛 등대를 작은 도서관으로 고쳐 다음 달 문을 연다고 11일 밝혔다.
> 등대 안쪽 벽을 따라 나선형 책장이 놓이고, 맨 위층에는 바다를 보며 책을 읽을 수 있는 자리 열두 개가 마련된다.
~ 주민이 고른 책 삼천 권
> 책은 모두 주민들이 골랐다. 시는 지난겨울 동네마다 상자를 두고 읽고 싶은 책을 적어 넣게 했으며, 모두 육천여 장이 모였다.
> 도서관을 맡을 윤다솔 사서는 “파도 소리 때문에 조용히 하라는 말은 하지 않기로 했다”고 말했다.
> 공사비 4억 2천만 원은 시와 항만공사가 절반씩 낸다. 개관 첫날에는 등대에 다시 불을 켠다.
관련기사
방파제 산책로 새 단장
등대지기의 일기장 발견
항만공사, 새 사장 선임
많이 본 뉴스
갈매기가 훔친 김밥, 시장님 점심이었다
개인정보처리방침
저작권자 해오름일보, 무단 전재 금지`,

  "Turkish: bullets with teasers below the body": `
Ana Sayfa
Gündem
Ekonomi
Spor
Hava Durumu
Giriş yap
# Göl kıyısındaki eski değirmen yeniden un öğütecek
Derya Alkım
7 Mayıs 2032, 10:05
> Karagöl kıyısında kırk yıldır duran su değirmeni, köylülerin üç yıl süren onarımının ardından hafta sonunda yeniden un öğütmeye başlayacak.
> Onarımı yürüten dernek, değirmenin çarkını eski resimlerden yararlanarak meşe ağacından yeniden yaptı. Taşlar ise komşu köyün bahçesinde, saksı altlığı olarak bulundu.
> Dernek başkanı Sabri Tunalı, “Taşları geri almak için iki çuval un sözü verdik, ilk iki çuval onların” dedi.
> Belediye, değirmene giden yolu yaz bitmeden genişletecek. İlk gün yapılacak ekmek ücretsiz dağıtılacak.
Sizin için seçtiklerimiz
• Karagöl'de su seviyesi yükseldi
Kışın yağan karın erimesiyle göldeki su seviyesi son on yılın en yüksek noktasına ulaştı. Balıkçılar sevinçli, kıyıdaki kahveler ise sandalyelerini içeri taşıyor.
• Köy okuluna yeni öğretmen
İki yıldır öğretmeni olmayan okula nihayet atama yapıldı. Yeni öğretmen ilk derste çocuklara kendi köyünü anlattı, çocuklar da ona gölün canavarını.
• Ekmeğe zam yok
Fırıncılar odası, un fiyatındaki artışa rağmen bu ay ekmeğe zam yapılmayacağını açıkladı. Karar ay sonunda yeniden görüşülecek.
Gizlilik politikası
Künye
İletişim`,

  "Greek: a body between menu and related articles": `
Αρχική
Ειδήσεις
Νησιά
Καιρός
Αθλητικά
Αναζήτηση
# Το καράβι της γραμμής γύρισε πίσω για μια ξεχασμένη νύφη
Από τη Μέλπω Καρδάση
5 Ιουνίου 2032, 18:30
Κοινοποίηση
> Το επιβατηγό «Αλκυόνη», που εκτελεί το δρομολόγιο προς την Πετρούσα, γύρισε την Πέμπτη στο λιμάνι μισή ώρα μετά τον απόπλου, επειδή είχε μείνει στην προβλήτα η νύφη.
> Στο πλοίο βρίσκονταν ήδη ο γαμπρός, οι κουμπάροι και ογδόντα καλεσμένοι. Ο πλοίαρχος Λευτέρης Μανωλάς είπε ότι αποφάσισε να γυρίσει μόλις είδε το πρόσωπο της πεθεράς.
> «Έχω γυρίσει για άρρωστο και για γιατρό, για νύφη ποτέ», δήλωσε. Η καθυστέρηση έφτασε τα πενήντα λεπτά, και η εταιρεία δεν θα ζητήσει αποζημίωση.
> Ο γάμος έγινε το απόγευμα, όπως είχε οριστεί, με τον πλοίαρχο ανάμεσα στους καλεσμένους.
Διαβάστε επίσης
Νέα δρομολόγια για το καλοκαίρι
Η Πετρούσα αποκτά φαρμακείο
Χάθηκε ο γάιδαρος του δημάρχου
Σχόλια
Όροι χρήσης
Πολιτική απορρήτου`,

  "German: a list article, a heading and a paragraph each": `
Menü
Startseite
Region
Freizeit
Wetter
Anmelden
# Fünf Brunnen, an denen man in Lindenau rasten kann
Von Jutta Harbeck
14. August 2032
> Wer im August durch Lindenau geht, braucht Schatten und Wasser. Wir haben die Brunnen der Stadt besucht und fünf gefunden, an denen beides zu haben ist.
~ 1. Der Kornbrunnen
> Er steht seit 1641 auf dem Markt und läuft seit dem Frühjahr wieder. Das Wasser kommt aus dem Berg und ist so kalt, dass die Händler ihre Butter hineinstellen.
~ 2. Die Gänselies
> Das Mädchen mit der Gans ist eine Kopie, das Original steht im Museum. Die Bank daneben ist vormittags frei und nachmittags von drei Herren besetzt, die gern erzählen.
~ 3. Der Röhrkasten
> Ein Trog aus Sandstein, vor dem früher die Pferde der Post getränkt wurden. Heute waschen Radfahrer hier ihre Hände.
~ 4. Am Spitaltor
> Der jüngste Brunnen der Stadt wurde vor zwei Jahren aus alten Dachrinnen gebaut. Er tropft mehr, als dass er läuft, aber die Kinder lieben ihn.
~ 5. Der Stille Brunnen
> Er liegt im Hof des Klosters und ist nur bis sechs Uhr zugänglich. Wer dort sitzt, hört nichts als Wasser und gelegentlich die Pförtnerin.
Mehr zum Thema
Freibad öffnet eine Stunde länger
Trinkwasser wird teurer
Impressum
Datenschutz
AGB`,

  "Spanish: a live blog, each entry under its hour": `
Inicio
Portada
Sucesos
Economía
Deportes
Iniciar sesión
# Última hora de la crecida del río Tornal, en directo
Redacción
2 de noviembre de 2032
Compartir
> El río Tornal ha superado esta madrugada los cuatro metros en Valdemora y la alcaldesa ha pedido a los vecinos de la parte baja que pasen el día en casa de familiares.
~ 11:40
> La crecida empieza a remitir. El aforo del puente viejo marca 3,82 metros, once centímetros menos que hace una hora, según los datos de la confederación.
~ 10:15
> Los bomberos han sacado en barca a seis personas y dos perros de la calle de los Curtidores. Todos están bien y han sido trasladados al polideportivo.
~ 09:30
> Se suspenden las clases en los tres colegios del barrio de la ribera. El instituto abrirá con normalidad, aunque sin transporte escolar.
~ 08:05
> La carretera comarcal queda cortada entre Valdemora y el molino. Los conductores deben desviarse por la sierra, donde también hay niebla.
Te puede interesar
Las diez crecidas que recuerda Valdemora
Cómo reclamar al seguro tras una inundación
Aviso legal
Política de privacidad
Contacto`,

  "Ukrainian: a block quote inside the body": `
Головна
Новини
Місто
Культура
Погода
Пошук
# У Вербовому відновили трамвай, що не їздив тринадцять років
Леся Горицвіт
19 вересня 2032, 12:10
> У Вербовому в суботу вперше за тринадцять років вийшов на лінію трамвай. Старий вагон, який збирали з трьох інших, проїхав від вокзалу до озера за двадцять дві хвилини.
> Водійка Ганна Перепелиця, яка вела й останній рейс у 2019 році, сказала, що колія пам'ятає її краще, ніж вона колію. Вона звернулася до пасажирів перед першою зупинкою:
> «Не поспішайте виходити. Ми їхали сюди тринадцять років, ще дві хвилини нічого не змінять.»
> Квиток коштує вісім гривень. До кінця місяця школярі та пенсіонери їздитимуть безкоштовно, а ввечері курсуватиме додатковий вагон.
> Міська рада планує продовжити лінію до нової лікарні, але коштів на це поки що немає.
Читайте також
Озеро почистять до літа
Чому трамвай жовтий
Вокзал зачинять на ремонт
Реклама
Політика конфіденційності`,

  "Vietnamese: a short body above a long footer": `
Trang chủ
Thời sự
Kinh doanh
Thể thao
Đời sống
Đăng nhập
# Cầu tre Bến Sậy mở lại sau mùa lũ
Thứ hai, 8/11/2032, 06:45
Chia sẻ
> Cầu tre nối hai bờ sông ở Bến Sậy đã mở lại sáng thứ hai sau sáu tuần đóng cửa vì nước lũ, giúp hơn ba trăm học sinh không còn phải đi đò.
> Người dân hai xóm đã cùng nhau thay gần hai nghìn cây tre trong mười ngày. Xã hỗ trợ tiền mua dây và cơm trưa.
> Ông Lê Văn Mộc, người trông cầu, cho biết cầu chỉ chịu được xe đạp và yêu cầu mọi người xuống dắt bộ.
Xem thêm
Lịch đò ngang tháng mười một
Trường Bến Sậy xây thêm hai phòng học
Giá tre tăng sau lũ
Chợ nổi họp trở lại
Bình luận
Giới thiệu
Liên hệ
Điều khoản sử dụng
Chính sách bảo mật`,

  "Persian: comments below the body": `
صفحه اصلی
خبرها
شهر
اقتصاد
ورزش
جستجو
# کتابخانه سیار روستاهای دره سرو با قاطر به راه افتاد
نویسنده: مهرناز شکیب
۱۲ مهر ۱۴۱۱
> کتابخانه سیار دره سرو که سه سال به دلیل ریزش جاده تعطیل بود، از روز شنبه با دو قاطر و چهارصد جلد کتاب دوباره به راه افتاد.
> کتابدار این مجموعه، یونس رستگار، گفت که هر روستا یک هفته فرصت دارد کتاب‌ها را بخواند و سپس آن‌ها را به روستای بعدی برساند.
> به گفته او، پرخواننده‌ترین کتاب سال گذشته راهنمای تعمیر تلمبه بوده و پس از آن مجموعه‌ای از قصه‌های پریان قرار داشته است.
> شورای دره قول داده است که علوفه زمستان قاطرها را تامین کند.
نظرات
کاربر مهمان
خیلی خوب
پریسا
کاش به روستای ما هم بیاید
مطالب مرتبط
جاده دره سرو تا بهار بسته می‌ماند
جشن انار در باغ‌های پایین
تماس با ما
درباره ما`,

  "Chinese: a body with a photographer's line, nothing else between the paragraphs": `
首页
要闻
本地
财经
体育
登录
# 石桥村一口古井重新出水
2032-06-18 10:22
来源：云溪晚报
分享到
> 云溪县石桥村一口干涸了二十七年的古井，上周末突然重新出水。村民发现时，井水距离井口只有两米左右。
> 县水务部门取样检测后表示，井水清澈，但暂时不宜饮用。专家初步判断，出水与上游水库去年蓄水有关。
村民在古井边打水。 记者 柳青岩 摄
> 九十一岁的村民柳阿婆说，她年轻时全村都喝这口井的水，“那时候夏天的西瓜都是放在井里的”。
> 村委会已经在井边装上护栏，并计划修一座凉亭。
相关新闻
水库蓄水满一年
凉亭设计方案征集
猜你喜欢
为什么井水冬暖夏凉
关于我们
联系我们
版权所有`,
};
