// Only improves: every page works without it.
(function () {
  'use strict';

  function mark(button) {
    var was = button.textContent;
    button.textContent = button.dataset.done;
    window.setTimeout(function () { button.textContent = was; }, 2000);
  }

  // a button beside what is copied by hand often
  function copyButtons() {
    if (!navigator.clipboard) { return; }
    document.querySelectorAll('.copyable').forEach(function (text) {
      if (text.nextElementSibling && text.nextElementSibling.matches('.copy')) { return; }
      var main = document.getElementById('main');
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = main.dataset.copy;
      button.dataset.done = main.dataset.copied;
      button.addEventListener('click', function () {
        navigator.clipboard.writeText(text.textContent.trim()).then(function () { mark(button); });
      });
      text.after(' ', button);
    });
  }

  // the first field that was refused gets the focus, so that one hears at once what is wrong
  function focusFault() {
    var field = document.querySelector('[aria-invalid=true]');
    if (field) { field.focus(); }
  }

  // the digest of a document is computed here: the document itself never leaves this device
  function digests() {
    if (!(window.crypto && window.crypto.subtle)) { return; }
    document.querySelectorAll('[data-digest-into]').forEach(function (picker) {
      var into = document.getElementById(picker.dataset.digestInto);
      picker.closest('.field').hidden = false;
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

  function ready() {
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
