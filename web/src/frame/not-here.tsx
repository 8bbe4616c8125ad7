/** An address that leads nowhere, for whoever asks. */
import { Link } from 'react-router';
import { PageHead } from '../parts/page-head';
import { text } from '../text';

export const NotHere = () => (
  <>
    <PageHead title={text.frame.notHere} sub={text.frame.notHereWhy} />
    <Link to="/">{text.frame.home}</Link>
  </>
);
