/** What has just succeeded, said once at the edge of the page and to a screen reader. */
import { App } from 'antd';

/** `warnings` stay until they are closed. */
export const useAnnounce = () => {
  const { message, notification } = App.useApp();
  return (said: string, warnings: readonly string[] = []): void => {
    if (warnings.length === 0) void message.success(said);
    else notification.warning({ title: said, description: warnings.join('\n'), duration: 0 });
  };
};
