// Before anything is drawn: the mode that was chosen here, else the system's.
try {
    const chosen = localStorage.getItem('theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch { /* No storage: the system's mode. */ }
