import { createRoot } from 'react-dom/client';
import { Root } from './frame/root';
import { language } from './text/language';
import './theme/tokens.css';
import './theme/base.css';

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root) createRoot(root).render(<Root />);
