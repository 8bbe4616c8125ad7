/**
 * Robots of group chats, and which addresses one may have: nothing is written to a host that the installation does
 * not name.
 */

export const channelKinds = ['dingtalk', 'wecom'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A person's robot. Its address and its secret let anyone write to the group. */
export interface Channel {
  readonly kind: ChannelKind;
  readonly url: string;
  /** With which DingTalk wants messages signed; null = unsigned. */
  readonly secret: string | null;
}

/** What an installation lets robots be. */
export interface ChannelRules {
  /** `host` or `host:port`, lower case; empty = there are no robots at all. */
  readonly hosts: readonly string[];
  /** Addresses of private networks, and plain HTTP, which only there may be good enough. */
  readonly allowPrivate: boolean;
}

export const noChannels: ChannelRules = { hosts: [], allowPrivate: false };

export type ChannelFault = 'channels_off' | 'channel_not_secure' | 'channel_host_refused';

/** Whether the text can be a robot's address at all: HTTP without a user and without a fragment. */
export const isChannelUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username + password + hash === '';
};

/** With its port, unless that is the scheme's own. */
export const hostOf = ({ url }: Pick<Channel, 'url'>): string => new URL(url).host;

/** Why an address may not be used; null = it may. */
export const channelFault = (channel: Pick<Channel, 'url'>, rules: ChannelRules): ChannelFault | null => {
  if (rules.hosts.length === 0) return 'channels_off';
  if (!rules.hosts.includes(hostOf(channel))) return 'channel_host_refused';
  const isSecure = new URL(channel.url).protocol === 'https:';
  return isSecure || rules.allowPrivate ? null : 'channel_not_secure';
};
