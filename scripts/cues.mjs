// Writes src/extract/cueHashes.ts: the wording of furniture as hashes. The page reader looks lines up by hash, so the words
// themselves would only be carried along: they are twice the bytes, compressed. Run: node scripts/cues.mjs
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Whole lines, or the first words of short lines, by kind in the order of CUE_KINDS (src/extract/cues.ts); separated by "|".
 * A cue that stands twice counts for the first.
 */
export const WORDING = {
  related:
    "related|related articles|related stories|related news|related content|related topics|recommended|recommended stories|recommended for you|" +
    "read more|read next|read also|also read|see also|see more|more from|more on|more in|more news|more stories|most read|most popular|most viewed|" +
    "most shared|popular|trending|trending now|top stories|latest|latest news|latest stories|up next|you may like|you may also like|you might like|" +
    "you might also like|don't miss|editors' picks|editor's picks|in case you missed it|what to read next|sponsored stories|from the web|around the web|" +
    "mehr zum thema|lesen sie auch|auch interessant|meistgelesen|weitere artikel|ähnliche artikel|das könnte sie auch interessieren|zum thema|" +
    "à lire aussi|lire aussi|sur le même sujet|à lire également|les plus lus|articles liés|voir aussi|" +
    "lea también|leer más|lee también|más leídas|más noticias|noticias relacionadas|relacionado|te puede interesar|le puede interesar|artículos relacionados|" +
    "leia também|leia mais|mais lidas|notícias relacionadas|relacionadas|veja também|veja mais|" +
    "leggi anche|potrebbe interessarti|i più letti|articoli correlati|lees ook|meest gelezen|gerelateerd|" +
    "läs också|läs mer|mest läst|les også|mest lest|læs også|lue myös|luetuimmat|czytaj także|czytaj też|zobacz też|najczęściej czytane|" +
    "читайте также|по теме|материалы по теме|самое читаемое|популярное|смотрите также|читайте ще|читайте також|" +
    "ilgili haberler|bunlar da ilginizi çekebilir|çok okunanlar|baca juga|berita terkait|terpopuler|xem thêm|tin liên quan|bài liên quan|đọc nhiều|" +
    "相关阅读|相关新闻|相关报道|相关文章|推荐阅读|延伸阅读|热门新闻|热门文章|猜你喜欢|相關新聞|相關報導|延伸閱讀|推薦閱讀|熱門新聞|" +
    "関連記事|関連ニュース|おすすめ記事|あわせて読みたい|人気記事|アクセスランキング|ランキング|こちらもおすすめ|관련기사|관련 기사|많이 본 뉴스|추천 기사|인기 기사|" +
    "اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|قد يعجبك أيضا|مقالات ذات صلة|مطالب مرتبط|اخبار مرتبط|بیشتر بخوانید|" +
    "यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|और पढ़ें|सबसे ज्यादा पढ़े गए|संबंधित समाचार|আরও পড়ুন|" +
    "ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|อ่านเพิ่มเติม|ข่าวแนะนำ|ข่าวยอดนิยม|כתבות נוספות|קראו גם|διαβάστε επίσης|σχετικά άρθρα",
  comments:
    "comments|comment|view comments|show comments|leave a comment|add a comment|post a comment|leave a reply|join the conversation|join the discussion|" +
    "kommentare|kommentar|commentaires|comentarios|comentários|commenti|reacties|комментарии|yorumlar|komentarze|komentar|bình luận|" +
    "评论|网友评论|評論|留言|コメント|댓글|التعليقات|تعليقات|टिप्पणियाँ|टिप्पणी|ความคิดเห็น|תגובות|σχόλια",
  share:
    "share|share this|share this article|share on|share via|tweet|email|copy link|print|save|facebook|twitter|whatsapp|follow us|follow|listen|" +
    "teilen|partager|compartir|compartilhar|compartilhe|condividi|delen|поделиться|paylaş|bagikan|chia sẻ|udostępnij|" +
    "分享|分享到|シェア|シェアする|ツイート|공유|공유하기|شارك|مشاركة|शेयर करें|แชร์|שתפו|κοινοποίηση",
  subscribe:
    "subscribe|subscribe now|subscribe to|sign up|sign up for|sign in|log in|login|register|newsletter|newsletters|get the app|download the app|become a member|" +
    "already a subscriber|start your free trial|create account|my account|abonnieren|jetzt abonnieren|anmelden|s'abonner|se connecter|abonnez-vous|" +
    "suscríbete|suscribirse|iniciar sesión|assine|assinar|entrar|abbonati|accedi|iscriviti|abonneren|inloggen|подписаться|подпишитесь|войти|abone ol|" +
    "berlangganan|đăng nhập|đăng ký|登录|注册|订阅|登入|訂閱|ログイン|会員登録|無料会員登録|로그인|구독|구독하기|اشترك|تسجيل الدخول|सब्सक्राइब|लॉग इन|สมัครสมาชิก|เข้าสู่ระบบ",
  advertisement:
    "advertisement|advertising|ad|ads|sponsored|sponsored content|promoted|paid content|continue reading|story continues|article continues below|" +
    "anzeige|werbung|publicité|publicidad|anuncio|publicidade|pubblicità|advertentie|реклама|reklam|iklan|quảng cáo|reklama|annons|annonse|" +
    "广告|廣告|広告|pr|광고|إعلان|विज्ञापन|โฆษณา|פרסומת|διαφήμιση",
  legal:
    "copyright|all rights reserved|privacy policy|privacy notice|privacy|terms of use|terms of service|terms & conditions|terms and conditions|terms|cookie policy|" +
    "cookies|cookie settings|do not sell my personal information|do not sell|contact us|about us|advertise|impressum|datenschutz|agb|mentions légales|" +
    "aviso legal|política de privacidad|política de privacidade|privacyverklaring|политика конфиденциальности|gizlilik politikası|" +
    "版权所有|隐私政策|关于我们|联系我们|版權所有|隱私權政策|利用規約|プライバシーポリシー|お問い合わせ|개인정보처리방침|저작권자|سياسة الخصوصية|حقوق النشر|جميع الحقوق محفوظة|" +
    "सर्वाधिकार सुरक्षित|गोपनीयता नीति|นโยบายความเป็นส่วนตัว|ติดต่อเรา|все права защищены|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten",
  error:
    "oops|something went wrong|please try again|please try again later|error|an error occurred|loading|failed to load|page not found|please enable javascript|" +
    "fehler|erreur|error al cargar|erro|ошибка|出错了|加载中|エラー|読み込み中|오류|خطأ|त्रुटि",
  time:
    "published|updated|last updated|posted|min read|minute read|minutes read|mins read|minutes ago|min ago|hours ago|hour ago|days ago|day ago|weeks ago|months ago|min. lesezeit|minuti di lettura|min de lecture|min de lectura|min de leitura|分钟前|小时前|天前|分で読める|first published|reading time|read time|estimated reading time|veröffentlicht|aktualisiert|stand|publié le|mis à jour le|" +
    "publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|发布时间|更新时间|发布于|更新|更新日|公開日|배포|입력|수정|نشر في|آخر تحديث|प्रकाशित|अपडेटेड|เผยแพร่|อัปเดต",
  byline:
    "by|written by|reported by|story by|von|par|por|di|door|автор|текст|作者|记者|編集|文|글|기자|بقلم|كتب|द्वारा|लेखक|โดย|yazan|oleh|tekst|in this article|about the author",
  caption:
    "photo|photos|photo by|photo credit|file photo|image|image credit|image source|image caption|picture|pictured|credit|video|watch|gallery|getty images|courtesy of|" +
    "foto|fotos|bild|bildquelle|crédit photo|crédits|imagen|imagem|crédito|immagine|beeld|фото|видео|zdjęcie|fot|图|图片|图片来源|資料圖|写真|画像|사진|صورة|फोटो|ภาพ|תמונה|צילום",
  navigation:
    "menu|home|search|skip to content|skip to main content|skip navigation|back to top|close|next|previous|navigation|sections|news|sport|sports|business|politics|opinion|" +
    "entertainment|lifestyle|technology|weather|startseite|suche|accueil|rechercher|inicio|buscar|início|главная|поиск|meni|ana sayfa|beranda|trang chủ|" +
    "首页|新闻|体育|财经|搜索|首頁|新聞|ホーム|トップ|検索|メニュー|홈|검색|메뉴|الرئيسية|بحث|होम|खोजें|หน้าแรก|ค้นหา",
};

/** The hashes of the library, as it makes them. */
async function hashOf() {
  const { outputFiles } = await build({
    entryPoints: [new URL("../src/extract/hashedWords.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
  });
  const { HashedWords } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const words = new HashedWords();
  return (cue) => words.read(cue, 0, cue.length) >>> 0;
}

/** Printable ASCII without the quotation mark and the backslash: digits of base 91. */
const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).filter((c) => !'"\\~'.includes(c));
const DIGITS_EACH = 4;

function writeNumber(number) {
  let text = "";
  for (let i = 0; i < DIGITS_EACH; i++) {
    text += DIGITS[number % DIGITS.length];
    number = Math.floor(number / DIGITS.length);
  }
  if (number > 0) throw new Error("Two hashes lie too far apart for four digits.");
  return text;
}

async function write() {
  const hash = await hashOf();
  const kinds = new Map();
  for (const [i, cues] of Object.values(WORDING).entries())
    for (const cue of cues.split("|")) if (!kinds.has(hash(cue))) kinds.set(hash(cue), i + 1);
  const sorted = [...kinds].sort(([one], [two]) => one - two);
  const steps = sorted.map(([of], i) => writeNumber(of - (i > 0 ? sorted[i - 1][0] : 0)));
  writeFileSync(
    new URL("../src/extract/cueHashes.ts", import.meta.url),
    `// Generated by scripts/cues.mjs, where the words stand; do not edit by hand.

/** Hashes in ascending order, each as its distance from the one before in four digits of base 91, the lowest first. */
export const HASHES =
  "${steps.join("")}";

/** The kind of each, in base 36. */
export const KINDS =
  "${sorted.map(([, kind]) => kind.toString(36)).join("")}";
`,
  );
  console.log(sorted.length, "cues");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await write();
