/** Which addresses a robot may have. */
import { describe, expect, it } from 'vitest';
import { channelFault, isChannelUrl, noChannels, type ChannelRules } from '../../src/domain/channels.js';

const rules: ChannelRules = { hosts: ['oapi.dingtalk.com', 'robots.test:8443'], allowPrivate: false };
const faultOf = (url: string, given = rules) => channelFault({ url }, given);

describe('a robot', () => {
  it('is not to be had where no host is named', () => {
    expect(faultOf('https://oapi.dingtalk.com/robot/send', noChannels)).toBe('channels_off');
  });

  it.each([
    ['https://oapi.dingtalk.com/robot/send?access_token=1', null],
    ['https://OAPI.dingtalk.com:443/robot/send', null],
    ['https://oapi.dingtalk.com:8443/robot/send', 'channel_host_refused'],
    ['https://robots.test:8443/', null],
    ['https://robots.test/', 'channel_host_refused'],
    ['https://oapi.dingtalk.com.example.org/', 'channel_host_refused'],
    ['https://example.org/?oapi.dingtalk.com', 'channel_host_refused'],
    ['http://oapi.dingtalk.com/robot/send', 'channel_not_secure'],
  ])('at %s: %s', (url, fault) => {
    expect(faultOf(url)).toBe(fault);
  });

  it('may speak plain HTTP where private networks are allowed, to named hosts all the same', () => {
    const lax = { ...rules, allowPrivate: true };
    expect(faultOf('http://oapi.dingtalk.com/robot/send', lax)).toBeNull();
    expect(faultOf('http://127.0.0.1/', lax)).toBe('channel_host_refused');
  });
});

it.each([
  ['https://oapi.dingtalk.com/robot/send?access_token=1', true],
  ['http://10.0.0.1:8080/', true],
  ['https://user@oapi.dingtalk.com/', false],
  ['https://oapi.dingtalk.com/#a', false],
  ['ftp://oapi.dingtalk.com/', false],
  ['file:///etc/passwd', false],
  ['oapi.dingtalk.com', false],
  ['', false],
])('%j can be an address: %s', (url, expected) => {
  expect(isChannelUrl(url)).toBe(expected);
});
