/** News pages written for the tests: one story in several scripts, in a page with all that surrounds an article. */

export interface Story {
  language: string;
  headline: string;
  paragraphs: string[];
  /** Headings and teasers as they stand around it: "Related", "Newsletter", a caption, a menu entry. */
  related: string;
  teasers: string[];
  newsletter: string;
  caption: string;
  menu: string[];
}

export const STORIES: Story[] = [
  {
    language: "en",
    headline: "Flood closes harbour office in Larnmouth",
    paragraphs: [
      "The harbour office in Larnmouth closed on Monday after a night of heavy rain flooded its lower floor, the town council said.",
      "Staff carried the tide tables and the records of the last forty years up to the attic by hand while the water rose.",
      "“We saved what could not be replaced, and left the desks to the sea,” said Ines Calder, who has been harbour master since 2009.",
      "The pumps had been due for repair in March, but the order was put off twice when the winter budget ran out.",
      "Ferries to the outer islands go from the northern quay until Thursday, and fishing boats report by radio.",
      "The council will meet on Wednesday to decide who pays for the new floor and whether the office should move uphill.",
    ],
    related: "Recommended Stories",
    teasers: ["Council delays vote on the new bridge", "Ten walks along the coast", "Why the lighthouse went dark"],
    newsletter: "Sign up for our morning newsletter and never miss a story from the coast.",
    caption: "Water stands in the harbour office on Monday morning. Photo: Tom Reed",
    menu: ["Home", "News", "Sport", "Weather", "Opinion"],
  },
  {
    language: "ru",
    headline: "Наводнение закрыло портовую контору в Ларнмуте",
    paragraphs: [
      "Портовая контора в Ларнмуте закрылась в понедельник после ночного ливня, который затопил её нижний этаж, сообщил городской совет.",
      "Сотрудники на руках перенесли на чердак таблицы приливов и записи за последние сорок лет, пока вода поднималась.",
      "«Мы спасли то, что нельзя заменить, а столы оставили морю», — сказала Инес Колдер, капитан порта с 2009 года.",
      "Насосы должны были починить в марте, но заказ дважды откладывали, когда заканчивались деньги зимнего бюджета.",
      "Паромы к дальним островам до четверга ходят от северного причала, а рыбацкие лодки докладывают по радио.",
      "В среду совет решит, кто заплатит за новый пол и не пора ли перенести контору выше по склону.",
    ],
    related: "Читайте также",
    teasers: ["Совет отложил голосование по мосту", "Десять прогулок вдоль берега", "Почему погас маяк"],
    newsletter: "Подпишитесь на утреннюю рассылку и не пропускайте новости побережья.",
    caption: "Вода в портовой конторе утром в понедельник. Фото: Том Рид",
    menu: ["Главная", "Новости", "Спорт", "Погода", "Мнения"],
  },
  {
    language: "zh",
    headline: "洪水迫使拉恩茅斯港务局关闭",
    paragraphs: [
      "镇议会表示，周一凌晨的暴雨淹没了拉恩茅斯港务局的底层，该局当天宣布关闭，何时重新开放尚未确定。",
      "水位上涨期间，工作人员徒手把潮汐表和过去四十年的航运记录搬到了阁楼，整整忙了一夜。",
      "自二〇〇九年起担任港务长的卡尔德说：“无法替代的东西我们都救出来了，桌子就留给大海吧。”",
      "水泵原定三月检修，但由于冬季预算用尽，订单两次被推迟，议员们对此意见不一。",
      "周四之前，开往外岛的渡轮改由北码头出发，渔船则通过无线电报告位置和航向。",
      "议会将于周三开会，决定由谁支付新地板的费用，以及港务局是否应当迁往高处。",
    ],
    related: "相关新闻",
    teasers: ["议会推迟大桥表决", "海岸十条步道", "灯塔为何熄灭"],
    newsletter: "订阅我们的晨间通讯，不错过任何海岸新闻。",
    caption: "周一早晨港务局内的积水。图片：汤姆",
    menu: ["首页", "新闻", "体育", "天气", "评论"],
  },
  {
    language: "ar",
    headline: "الفيضان يغلق مكتب الميناء في لارنموث",
    paragraphs: [
      "أغلق مكتب الميناء في لارنموث أبوابه يوم الاثنين بعد ليلة من الأمطار الغزيرة التي غمرت طابقه السفلي، بحسب مجلس البلدة.",
      "وحمل الموظفون جداول المد والجزر وسجلات الأربعين عاما الماضية إلى العلية بأيديهم بينما كانت المياه ترتفع.",
      "وقالت إينيس كالدر، مديرة الميناء منذ عام 2009: «أنقذنا ما لا يمكن تعويضه وتركنا المكاتب للبحر».",
      "وكان من المقرر إصلاح المضخات في مارس، لكن الطلب تأجل مرتين عندما نفدت ميزانية الشتاء.",
      "وتنطلق العبارات إلى الجزر البعيدة من الرصيف الشمالي حتى يوم الخميس، وتبلغ قوارب الصيد عن مواقعها عبر اللاسلكي.",
      "ويجتمع المجلس يوم الأربعاء ليقرر من سيدفع ثمن الأرضية الجديدة وهل ينبغي نقل المكتب إلى أعلى التل.",
    ],
    related: "مواضيع ذات صلة",
    teasers: ["المجلس يؤجل التصويت على الجسر", "عشر نزهات على الساحل", "لماذا انطفأت المنارة"],
    newsletter: "اشترك في نشرتنا الصباحية ولا تفوت أي خبر من الساحل.",
    caption: "المياه داخل مكتب الميناء صباح الاثنين. تصوير: توم",
    menu: ["الرئيسية", "أخبار", "رياضة", "طقس", "آراء"],
  },
  {
    language: "th",
    headline: "น้ำท่วมทำให้สำนักงานท่าเรือลาร์นมัธต้องปิด",
    paragraphs: [
      "สำนักงานท่าเรือในเมืองลาร์นมัธปิดทำการเมื่อวันจันทร์หลังฝนตกหนักตลอดคืนจนน้ำท่วมชั้นล่าง สภาเมืองแจ้งในแถลงการณ์",
      "เจ้าหน้าที่ช่วยกันขนตารางน้ำขึ้นน้ำลงและบันทึกตลอดสี่สิบปีที่ผ่านมาขึ้นไปไว้บนห้องใต้หลังคาด้วยมือขณะที่น้ำสูงขึ้น",
      "อิเนส คาลเดอร์ ผู้อำนวยการท่าเรือตั้งแต่ปี 2009 กล่าวว่าเราช่วยสิ่งที่หาอะไรมาแทนไม่ได้ไว้ ส่วนโต๊ะทำงานก็ทิ้งไว้ให้ทะเล",
      "เครื่องสูบน้ำมีกำหนดซ่อมในเดือนมีนาคม แต่คำสั่งซื้อถูกเลื่อนออกไปสองครั้งเมื่องบประมาณฤดูหนาวหมดลง",
      "เรือข้ามฟากไปยังเกาะรอบนอกจะออกจากท่าเหนือจนถึงวันพฤหัสบดี และเรือประมงรายงานตำแหน่งทางวิทยุ",
      "สภาจะประชุมในวันพุธเพื่อตัดสินใจว่าใครจะจ่ายค่าพื้นใหม่ และควรย้ายสำนักงานขึ้นไปบนเนินเขาหรือไม่",
    ],
    related: "ข่าวที่เกี่ยวข้อง",
    teasers: ["สภาเลื่อนลงมติเรื่องสะพาน", "สิบเส้นทางเดินริมทะเล", "ทำไมประภาคารจึงดับ"],
    newsletter: "สมัครรับจดหมายข่าวตอนเช้าของเรา",
    caption: "น้ำในสำนักงานท่าเรือเช้าวันจันทร์ ภาพโดยทอม",
    menu: ["หน้าแรก", "ข่าว", "กีฬา", "อากาศ", "ความเห็น"],
  },
];

/** A page around a story. `head` and `inside` are put into the head, and after the third paragraph. */
export function pageOf(story: Story, { head = "", inside = "" } = {}): string {
  const { language, headline, paragraphs, related, teasers, newsletter, caption, menu } = story;
  const links = (texts: string[]) => texts.map((text, i) => `<li><a href="/more/${i}">${text}</a></li>`).join("");
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<title>${headline} | The Larnmouth Gazette</title>${head}</head><body>
<header><nav class="menu"><ul>${links(menu)}</ul></nav></header>
<main><article class="story"><h1>${headline}</h1>
<div class="article-body">${paragraphs
    .slice(0, 3)
    .map((text) => `<p>${text}</p>`)
    .join("\n")}
<figure><img src="a.jpg" alt=""><figcaption>${caption}</figcaption></figure>${inside}
<div class="newsletter-signup"><p>${newsletter}</p><form><input name="mail"><button>OK</button></form></div>
${paragraphs
  .slice(3)
  .map((text) => `<p>${text}</p>`)
  .join("\n")}
</div></article>
<aside class="related"><h3>${related}</h3><ul>${links(teasers)}</ul></aside></main>
<footer><ul>${links(menu)}</ul><p>© 2024</p></footer>
<script>document.body.innerHTML = "<p>" + "script ".repeat(50) + "</p>";</script></body></html>`;
}
