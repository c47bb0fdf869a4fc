// Everything works without this file: it saves the visitor a click.
'use strict';

const box = document.getElementById('q');
const announcer = document.getElementById('status');
const isSearchPage = location.pathname === '/';

// Results as one types. The answer is parsed by the browser into a document of its own, whose scripts never run; no string becomes markup here.
let waiting, request;

function search() {
    const url = new URL(location.href);
    url.hash = '';
    url.searchParams.delete('limit');
    url.searchParams.delete('story');
    if (box.value.trim()) url.searchParams.set('q', box.value.trim());
    else url.searchParams.delete('q');
    history.replaceState(null, '', url);
    fetchResults();
}

function fetchResults() {
    request?.abort();
    request = new XMLHttpRequest();
    request.open('GET', '/results' + location.search);
    request.responseType = 'document';
    request.onload = function () {
        if (this.status === 429) return later(1000, fetchResults);
        const results = this.response?.getElementById('results');
        if (this.status !== 200 || !results) return;
        document.getElementById('results').replaceWith(document.adoptNode(results));
        announcer.textContent = document.getElementById('summary').textContent.trim();
        document.title = (box.value.trim() ? box.value.trim() + ' – ' : '') + 'مرصد الأخبار';
        watchIndexing();
    };
    request.send();
}

function later(milliseconds, action) {
    clearTimeout(waiting);
    waiting = setTimeout(action, milliseconds);
}

function watchIndexing() {
    if (document.getElementById('results')?.dataset.indexing) later(700, fetchResults);
}

if (isSearchPage) {
    // An answer to what stood in the box before would come between: while pages are being indexed, it asks again later in place of the search that waits.
    box.addEventListener('input', () => {
        request?.abort();
        later(120, search);
    });
    watchIndexing();
    const asked = new URLSearchParams(location.search).get('q') ?? '';
    if (box.value.trim() !== asked.trim()) search(); // Someone has typed before this file was here.
}

// Keys: / to the search, arrows between hits, Escape back.
const hits = () => [...document.querySelectorAll('.hit h2 a')];

function step(by) {
    const all = hits();
    const at = all.indexOf(document.activeElement) + by;
    if (at < 0) box.focus();
    else all[Math.min(at, all.length - 1)]?.focus();
}

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inBox = document.activeElement === box, onHit = document.activeElement?.matches('.hit h2 a');
    if (event.key === '/' && !inBox) {
        event.preventDefault();
        box.focus();
        box.select();
    } else if (event.key === 'ArrowDown' && (inBox || onHit)) {
        event.preventDefault();
        step(1);
    } else if (event.key === 'ArrowUp' && onHit) {
        event.preventDefault();
        step(-1);
    } else if (event.key === 'Escape' && inBox && box.value) {
        event.preventDefault();
        box.value = '';
        if (isSearchPage) search();
    } else if (event.key === 'Escape' && onHit) {
        box.focus();
    } else if (event.key === 'Escape') {
        document.getElementById('back')?.click();
    }
});

// Light and dark.
const theme = document.getElementById('theme');
const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const showTheme = () => theme.setAttribute('aria-pressed', String(isDark()));
theme.hidden = false;
showTheme();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
theme.addEventListener('click', () => {
    const chosen = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    try { localStorage.setItem('theme', chosen); } catch { /* It lasts as long as the page. */ }
    showTheme();
});
