import { type Chapter, unfit } from './requirement.ts';

const why = 'no calls: voice is sent as a message';
const ids = ['17.1.1', '17.2.1', '17.2.2', '17.2.3', '17.2.4', '17.3.1', '17.3.2'];

export const webrtc: Chapter = {
  number: 17,
  name: 'WebRTC',
  requirements: ids.map((id) => unfit(id, 2, 'Live calls', why)),
};
