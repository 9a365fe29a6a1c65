/** Boot: connect to the portal, pick the language, mount. One frame for the life of the page. */
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { Starting } from './app/Starting.tsx';
import { TranslationProvider } from './i18n/context.tsx';
import { createTranslator, english, type Translator } from './i18n/translator.ts';
import { connect, type Portal } from './portal/connect.ts';
import { PortalError } from './portal/errors.ts';
import { OutsideScreen } from './screens/outside/OutsideScreen.tsx';
import './ui/tokens.css';
import './ui/base.css';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

function show(translator: Translator, screen: ReactNode): void {
  document.documentElement.lang = translator.textLanguage;
  root.render(
    <StrictMode>
      <TranslationProvider translator={translator}>
        <ErrorBoundary>{screen}</ErrorBoundary>
      </TranslationProvider>
    </StrictMode>,
  );
}

/** By webhook with `npm run dev:portal` only: a build has no `hot`, and so leaves the branch and all of src/dev out. */
async function connectPortal(): Promise<Portal> {
  if (import.meta.hot && import.meta.env.MODE === 'portal') {
    const { connectByWebhook } = await import('./dev/connectByWebhook.tsx');
    return connectByWebhook();
  }
  return connect();
}

async function boot(): Promise<void> {
  show(english, <Starting />);
  try {
    const portal = await connectPortal();
    show(await createTranslator(portal.language), <App portal={portal} />);
  } catch (failure) {
    const code = failure instanceof PortalError ? failure.code : 'UNEXPECTED';
    show(await createTranslator(navigator.language.slice(0, 2)), <OutsideScreen code={code} />);
  }
}

void boot();
