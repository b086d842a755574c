// What is wrong with the page as it stands: cut text, pictures without size or words, text in an undeclared language.
(language) => {
  const wrong = [];
  const place = (node) => `${node.tagName.toLowerCase()}.${String(node.className?.baseVal ?? node.className).replace(/\s+/g, '.')}`;
  const isShown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !node.closest('.visually-hidden, .skip-link, svg, [hidden]');
  const ownText = (node) => [...node.childNodes].filter((each) => each.nodeType === 3).map((each) => each.data).join(' ').trim();

  for (const node of document.body.querySelectorAll('*')) {
    if (node.closest('script, style, noscript, template') || !isShown(node)) continue;
    const text = ownText(node);
    if (!text) continue;
    const style = getComputedStyle(node);
    const isBox = style.display !== 'inline' && style.display !== 'contents';
    const isClamped = style.webkitLineClamp !== 'none';
    // Vietnamese stacks marks: a line's ink may stand a little above its box without being cut.
    if (isBox && !isClamped && node.clientWidth &&
        (node.scrollWidth > node.clientWidth + 1 || (style.overflowY !== 'visible' && node.scrollHeight > node.clientHeight + 3))) {
      wrong.push(`cut: ${place(node)} “${text.slice(0, 40)}”`);
    }
    const declared = node.closest('[lang]')?.lang ?? '';
    if (language === 'en' && declared === 'en' && isVietnamese(text)) wrong.push(`no lang: ${place(node)} “${text.slice(0, 60)}”`);
    if (language === 'vi' && declared === 'vi') {
      const found = text.match(/\b(of|with|from|this|your|search|page|village|villages|product|products|artisan|exhibition|close|open|more|show)\b/i);
      if (found) wrong.push(`English: ${place(node)} “${text.slice(0, 60)}”`);
    }
  }
  for (const image of document.images) {
    if (!image.getAttribute('width') || !image.getAttribute('height')) wrong.push(`no size: ${image.currentSrc || image.src}`);
    if (!image.hasAttribute('alt')) wrong.push(`no alt: ${image.currentSrc || image.src}`);
  }
  return wrong;

  // A run of four syllables of which two bear marks and no capital: a name has capitals.
  function isVietnamese(text) {
    const syllable = /^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?$/;
    const marked = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;
    for (const phrase of text.split(/[^\p{L}\p{M}\s]+/u)) {  // a comma ends a run
      let run = 0, marks = 0;
      for (const word of phrase.split(/\s+/)) {
        if (marked.test(word.toLowerCase()) || (run && syllable.test(word))) {
          run += 1;
          if (marked.test(word) && word[0] === word[0].toLowerCase()) marks += 1;
          if (run >= 4 && marks >= 3) return true;
        } else { run = 0; marks = 0; }
      }
    }
    return false;
  }
}
