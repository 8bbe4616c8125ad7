/** Everything around the pages: language, theme, cache, addresses. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { RouterProvider } from 'react-router';
import { queryClient } from '../data/query';
import { language } from '../text/language';
import { duzhanTheme } from '../theme/antd';
import { router } from './routes';

dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');

export const Root = () => (
  <ConfigProvider
    locale={language === 'zh' ? zhCN : enUS}
    theme={duzhanTheme}
    button={{ autoInsertSpace: false }}
    tag={{ variant: 'outlined' }}
  >
    <App>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </App>
  </ConfigProvider>
);
