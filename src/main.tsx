/** Boot: connect to the portal, pick the language, mount. One frame for the life of the page. */
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { Starting } from './app/Starting.tsx';
import { TranslationProvider } from './i18n/context.tsx';
import { createTranslator, english, type Translator } from './i18n/translator.ts';
import { connect } from './portal/connect.ts';
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

async function boot(): Promise<void> {
  show(english, <Starting />);
  try {
    const portal = await connect();
    show(await createTranslator(portal.language), <App portal={portal} />);
  } catch (failure) {
    const code = failure instanceof PortalError ? failure.code : 'UNEXPECTED';
    show(await createTranslator(navigator.language.slice(0, 2)), <OutsideScreen code={code} />);
  }
}

void boot();
