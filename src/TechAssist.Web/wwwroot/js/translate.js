// Beside a text and its translation: takes the original over, for names and what reads the same in both languages.
document.querySelectorAll('[data-copy]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = button.closest('.side-by-side').querySelector('textarea');
    field.value = document.getElementById(button.dataset.copy).textContent;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
});
