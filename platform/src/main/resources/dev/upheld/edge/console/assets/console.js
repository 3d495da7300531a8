// Only improves: every page works without it.
(function () {
  'use strict';

  function mark(button) {
    var was = button.textContent;
    button.textContent = button.dataset.done;
    window.setTimeout(function () { button.textContent = was; }, 2000);
  }

  // without a clipboard (a page that came unencrypted) the text is at least selected
  function select(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copyButtons() {
    document.querySelectorAll('[data-copies]').forEach(function (button) {
      var text = document.getElementById(button.dataset.copies);
      button.addEventListener('click', function () {
        select(text);
        if (navigator.clipboard) {
          navigator.clipboard.writeText(text.textContent.replaceAll(' ', '').trim())
            .then(function () { mark(button); });
        }
      });
    });
  }

  // the first field that was refused gets the focus, so that one hears at once what is wrong
  function focusFault() {
    var field = document.querySelector('[aria-invalid=true]');
    if (field) { field.focus(); }
  }

  // the digest of a document is computed here: the document itself never leaves this device
  function digests() {
    document.querySelectorAll('[data-digest-into]').forEach(function (picker) {
      var into = document.getElementById(picker.dataset.digestInto);
      if (!(window.crypto && window.crypto.subtle)) {
        picker.closest('.field').hidden = true;
        return;
      }
      picker.addEventListener('change', function () {
        var file = picker.files[0];
        if (!file) { into.value = ''; return; }
        file.arrayBuffer().then(function (bytes) {
          return window.crypto.subtle.digest('SHA-256', bytes);
        }).then(function (digest) {
          into.value = Array.from(new Uint8Array(digest), function (b) {
            return b.toString(16).padStart(2, '0');
          }).join('');
        });
      });
    });
  }

  function printButtons() {
    document.querySelectorAll('[data-prints]').forEach(function (button) {
      button.addEventListener('click', function () { window.print(); });
    });
  }

  function ready() {
    printButtons();
    copyButtons();
    digests();
    focusFault();
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', ready);
  } else {
    ready();
  }
})();
