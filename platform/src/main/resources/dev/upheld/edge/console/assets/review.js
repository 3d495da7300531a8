// Keys for the review of a table. Only improves: every choice is a field of an ordinary form.
(function () {
  'use strict';

  var form = document.querySelector('[data-review]');
  if (!form) { return; }
  var rows = Array.from(form.querySelectorAll('tr[data-column]'));
  var sent = false;

  function choice(row) { return row.querySelector('select[name^="as."]'); }

  function show(row) {
    var select = choice(row);
    row.classList.toggle('open', select.value === '=undecided' || select.value === '=new');
    row.classList.toggle('changed', select.value !== select.dataset.was);
  }

  function go(row) {
    if (!row) { return; }
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  }

  function here() {
    var row = document.activeElement && document.activeElement.closest('tr[data-column]');
    return row ? rows.indexOf(row) : -1;
  }

  function set(row, value) {
    var select = choice(row);
    if (select.disabled || !Array.from(select.options).some(function (o) { return o.value === value; })) { return; }
    select.value = value;
    row.dataset.seen = '1';
    show(row);
    go(rows[rows.indexOf(row) + 1] || row);
  }

  // what is proposed: the one word that fits, or that it looks harmless; else what the map says
  function accept(row) {
    var suggested = choice(row).dataset.suggested.split(' ').filter(Boolean);
    set(row, choice(row).value === '=undecided' && suggested.length === 1 ? suggested[0] : choice(row).value);
  }

  function word(row, n) {
    var words = Array.from(choice(row).options).filter(function (o) { return o.value.charAt(0) !== '='; });
    if (words[n - 1]) { set(row, words[n - 1].value); }
  }

  function help() {
    var keys = document.querySelector('details.keys');
    keys.open = !keys.open;
    if (keys.open) { keys.scrollIntoView({ block: 'nearest' }); keys.querySelector('summary').focus(); }
  }

  function follow(rel) {
    var link = document.querySelector('.turn a[rel=' + rel + ']');
    if (link) { link.click(); }
  }

  function key(event) {
    var typing = event.target.closest('input, textarea, select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var at = here();
    var row = rows[at];
    var done = true;
    switch (event.key) {
      case 'j': case 'ArrowDown': go(rows[at + 1]); done = event.key === 'j' || at >= 0; break;
      case 'k': case 'ArrowUp': go(at < 0 ? undefined : rows[at - 1]); done = event.key === 'k' || at >= 0; break;
      case 'a': if (row) { accept(row); } break;
      case 't': if (row) { set(row, '=technical'); } break;
      case 'u': if (row) { set(row, '=undecided'); } break;
      case 's': form.querySelector('button[value=stay]').click(); break;
      case 'n': follow('next'); break;
      case 'p': follow('prev'); break;
      case '?': help(); break;
      default:
        done = false;
        if (row && /^[1-9]$/.test(event.key)) { word(row, Number(event.key)); done = true; }
    }
    if (done) { event.preventDefault(); }
  }

  // leaving with choices that were not saved asks first; the browser words the question
  window.addEventListener('beforeunload', function (event) {
    if (!sent && form.querySelector('tr.changed')) { event.preventDefault(); }
  });
  form.addEventListener('submit', function () { sent = true; });
  form.addEventListener('change', function (event) {
    var row = event.target.closest('tr[data-column]');
    if (row) { show(row); }
  });
  rows.forEach(show);
  document.addEventListener('keydown', key);
})();
